import { type KeyObject, randomBytes, sign } from 'node:crypto';

/** An answer ready to be sent. */
export interface Answer {
	status: number;
	/** The code of an error answer. */
	code?: string;
	headers: Record<string, string>;
	body: Buffer;
	/** What follows the body, made while it is sent. */
	rest?: () => Iterable<Buffer>;
}

/** Who signs, under which ID, how, and when (Unix seconds). */
export interface Signature {
	key: KeyObject;
	scheme: string;
	keyId: string;
	timestamp: number;
}

/** A Request-ID header whose last part is the detail code. */
export function newRequestId(detailCode: number): string {
	return `${randomBytes(20).toString('hex').toUpperCase()}-${detailCode}`;
}

/** A good answer with a JSON text, which may be empty, signed as WeChat Pay signs it. */
export function signedAnswer(
	text: string,
	{ key, keyId, scheme, timestamp }: Signature,
	status = 200,
): Answer {
	const nonce = randomBytes(16).toString('hex');
	const message = Buffer.from(`${timestamp}\n${nonce}\n${text}\n`);
	return {
		status,
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Request-ID': newRequestId(0),
			'Wechatpay-Timestamp': String(timestamp),
			'Wechatpay-Nonce': nonce,
			'Wechatpay-Serial': keyId,
			'Wechatpay-Signature': sign('RSA-SHA256', message, key).toString('base64'),
			'Wechatpay-Signature-Type': scheme,
		},
		body: Buffer.from(text),
	};
}
