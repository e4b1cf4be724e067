import { type IncomingHttpHeaders } from 'node:http';
import { headerMissing, paramError, wrongKeyId, wrongKeyIdOfBrand } from './refusals.mts';

/** Throws the refusal of a request without the headers that are asked for before its signature. */
export function checkHeadersPresent(headers: IncomingHttpHeaders): void {
	if (!headers['user-agent'] || !headers.accept) throw headerMissing();
}

/**
 * Throws the refusal of a request whose Accept, Content-Type or Wechatpay-Serial breaks the rules;
 * `bodyType` is the type that a body must have, `keyId` the key of WeChat Pay that the caller has, and
 * `demandsKeyId` whether it has to be named.
 */
export function checkHeaders(
	headers: IncomingHttpHeaders,
	{
		bodyType,
		keyId,
		demandsKeyId,
	}: { bodyType: string | undefined; keyId: string; demandsKeyId: boolean },
): void {
	if (!admitsJson(headers.accept ?? '')) {
		throw wrongHeader('Accept', headers.accept, '应为application/json');
	}
	const serial = headers['wechatpay-serial'];
	if (demandsKeyId && serial !== keyId) throw wrongKeyIdOfBrand();
	if (serial !== undefined && serial !== keyId) throw wrongKeyId();
	const contentType = headers['content-type'];
	if (bodyType !== undefined && mediaType(contentType ?? '') !== bodyType) {
		throw wrongHeader('Content-Type', contentType, `应为${bodyType}`);
	}
}

function wrongHeader(field: string, value: string | undefined, issue: string) {
	const detail = { field: `/header/${field}`, value, issue, location: 'header' } as const;
	return paramError(detail, `Http头${field}${issue}`);
}

const mediaType = (text: string) => text.split(';', 1)[0]!.trim().toLowerCase();

function admitsJson(accept: string): boolean {
	return accept
		.split(',')
		.filter((range) => !/;\s*q=0(\.0*)?\s*$/.test(range))
		.some((range) => ['application/json', 'application/*', '*/*'].includes(mediaType(range)));
}
