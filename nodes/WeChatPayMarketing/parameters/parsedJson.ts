import { parseLossless } from '../../../wechatpay/losslessJson';

/** @returns what the JSON text says, integers beyond JavaScript's range as text; `undefined` when it is none */
export function parsedJson(text: string): unknown {
	try {
		return parseLossless(text);
	} catch {
		return undefined;
	}
}
