import { type IncomingHttpHeaders } from 'node:http';
import { paramError } from './refusals.mts';

/** Throws the refusal of a request whose User-Agent, Accept or Content-Type breaks the rules. */
export function checkHeaders(headers: IncomingHttpHeaders, hasBody: boolean): void {
	if (!headers['user-agent']) throw wrongHeader('User-Agent', undefined, '必填');
	if (!headers.accept) throw wrongHeader('Accept', undefined, '必填');
	if (!admitsJson(headers.accept)) {
		throw wrongHeader('Accept', headers.accept, '应为application/json');
	}
	const contentType = headers['content-type'];
	if (hasBody && mediaType(contentType ?? '') !== 'application/json') {
		throw wrongHeader('Content-Type', contentType, '应为application/json');
	}
}

function wrongHeader(field: string, value: string | undefined, issue: string) {
	return paramError({ field, value, issue, location: 'header' });
}

const mediaType = (text: string) => text.split(';', 1)[0]!.trim().toLowerCase();

function admitsJson(accept: string): boolean {
	return accept
		.split(',')
		.filter((range) => !/;\s*q=0(\.0*)?\s*$/.test(range))
		.some((range) => ['application/json', 'application/*', '*/*'].includes(mediaType(range)));
}
