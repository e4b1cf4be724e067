import type { KeyObject } from 'node:crypto';
import { signed } from './rsa';
import type { Scheme } from './scheme';

/** What is signed of a request: exactly what goes on the wire. */
export interface SignedRequest {
	/** upper case */
	method: string;
	/** path and query as sent, percent-encoded, without scheme and host */
	target: string;
	/** the bytes of the body; empty when there is none; only the `meta` text of an upload */
	body: string | Uint8Array;
}

/** Whose signature it is. */
export interface Signer {
	/** how accounts of its kind sign */
	scheme: Scheme;
	/** who calls, by the ID that the scheme has a member for */
	callerId: string;
	serialNo: string;
	privateKey: KeyObject;
}

/** What makes a signature fresh. */
export interface SigningMoment {
	/** Unix time in seconds */
	timestamp: number;
	/** at most 32 letters and digits, never used before */
	nonce: string;
}

/**
 * The five lines that are signed, each ended by a line feed, the last one too.
 *
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012365336
 */
export function requestMessage(request: SignedRequest, moment: SigningMoment): Buffer {
	const head = `${request.method}\n${request.target}\n${moment.timestamp}\n${moment.nonce}\n`;
	return Buffer.concat([Buffer.from(head), Buffer.from(request.body), Buffer.from('\n')]);
}

/**
 * Signs a request.
 *
 * @returns the value of the `Authorization` header
 * @see https://pay.weixin.qq.com/doc/v3/merchant/4012365336
 */
export async function authorization(
	request: SignedRequest,
	signer: Signer,
	moment: SigningMoment,
): Promise<string> {
	const signature = await signed(requestMessage(request, moment), signer.privateKey);
	const parts = [
		[signer.scheme.callerMember, signer.callerId],
		['nonce_str', moment.nonce],
		['signature', signature],
		['timestamp', moment.timestamp],
		['serial_no', signer.serialNo],
	];
	return `${signer.scheme.name} ${parts.map(([name, value]) => `${name}="${value}"`).join(',')}`;
}
