import { randomBytes } from 'node:crypto';
import { newKeyPair, newPublicKeyId } from './credential.mts';
import { type Fault } from './faults.mts';
import { type JsonObject, toJsonText } from './json.mts';
import { type Answer, type Signature, signedAnswer } from './signedAnswer.mts';

const SIX_MINUTES = 360;

/** What comes of good work: JSON, or nothing with status 204. */
export interface GoodAnswer {
	status: number;
	body: JsonObject;
}

/** The signed answer to good work, spoiled as the fault says. */
export async function answerWithFault(
	{ status, body }: GoodAnswer,
	signature: Signature,
	fault: Fault | undefined,
): Promise<Answer> {
	const json = toJsonText(fault?.kind === 'answer' ? fault.change(body) : body);
	const text = status === 204 ? '' : json;
	return tamper(signedAnswer(text, await spoiledSignature(signature, fault), status), fault);
}

/** Changes what goes into the signature, so that the answer is still signed rightly. */
async function spoiledSignature(
	signature: Signature,
	fault: Fault | undefined,
): Promise<Signature> {
	switch (fault?.kind) {
		case 'foreignKey':
			return { ...signature, key: (await newKeyPair()).privateKey };
		case 'wrongSerial':
			return { ...signature, keyId: newPublicKeyId() };
		case 'oldTimestamp':
			return { ...signature, timestamp: signature.timestamp - SIX_MINUTES };
		case 'futureTimestamp':
			return { ...signature, timestamp: signature.timestamp + SIX_MINUTES };
		default:
			return signature;
	}
}

/** Changes the answer after it was signed. */
export function tamper(answer: Answer, fault: Fault | undefined): Answer {
	const { headers, body } = answer;
	const signature = headers['Wechatpay-Signature'] ?? '';
	switch (fault?.kind) {
		case 'changedBody':
			return { ...answer, body: Buffer.from(withOneDigitChanged(body.toString())) };
		case 'changedSignature':
			return withSignature(answer, (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1));
		case 'probe': {
			const prefix = 'WECHATPAY/SIGNTEST/';
			const noise = randomBytes(256).toString('base64');
			return withSignature(answer, prefix + noise.slice(prefix.length));
		}
		case 'unsigned':
			return { ...answer, headers: without(headers, (name) => /^wechatpay-/i.test(name)) };
		case 'missingHeader': {
			const left = fault.header.toLowerCase();
			return { ...answer, headers: without(headers, (name) => name.toLowerCase() === left) };
		}
		default:
			return answer;
	}
}

function without(headers: Answer['headers'], isLeftOut: (name: string) => boolean) {
	return Object.fromEntries(Object.entries(headers).filter(([name]) => !isLeftOut(name)));
}

function withSignature(answer: Answer, signature: string): Answer {
	return { ...answer, headers: { ...answer.headers, 'Wechatpay-Signature': signature } };
}

/** Stays valid JSON, so that only the signature can give the change away. */
function withOneDigitChanged(text: string): string {
	if (!/\d/.test(text)) return `${text} `;
	return text.replace(/\d/, (digit) => (digit === '9' ? '8' : String(Number(digit) + 1)));
}
