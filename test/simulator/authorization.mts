import { constants, type KeyObject, verify } from 'node:crypto';
import { signatureMismatch, signError, type SignRefusal } from './refusals.mts';

/** What of a request is signed, as received, and its Authorization header. */
export interface SignedRequest {
	method: string;
	/** Raw path and query, still percent-encoded. */
	url: string;
	body: Buffer;
	authorization: string | undefined;
}

const PAIRS = ['nonce_str', 'signature', 'timestamp', 'serial_no'] as const;
const MAX_SKEW_SECONDS = 300;

type Pairs = Record<(typeof PAIRS)[number] | 'caller', string>;

/** How a kind of account signs, and what it is told. */
export interface AuthorizationKind {
	scheme: string;
	/** The pair that says who calls. */
	caller: string;
	wrongForm: string;
	wrongScheme: string;
	unknownCaller: string;
	wrongSerial: string;
	wrongTime: string;
	mismatch: string;
}

/** That of merchants and service providers. */
export const MERCHANT_AUTHORIZATION: AuthorizationKind = {
	scheme: 'WECHATPAY2-SHA256-RSA2048',
	caller: 'mchid',
	wrongForm: 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》',
	wrongScheme: 'Http头Authorization认证类型不正确',
	unknownCaller: '商户号不存在',
	wrongSerial: '商户证书序列号有误。请使用签名私钥匹配的证书序列号',
	wrongTime: 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
	mismatch: '错误的签名，验签失败',
};

/** That of brands that call for themselves; what a brand that is not known is told, no page says. */
export const BRAND_AUTHORIZATION: AuthorizationKind = {
	scheme: 'WECHATPAY-BRAND-SHA256-RSA2048',
	caller: 'brand_id',
	wrongForm: 'HTTP头Authorization值格式错误',
	wrongScheme: 'HTTP头Authorization认证类型不正确',
	unknownCaller: '品牌商户未申请过品牌API证书。',
	wrongSerial: '品牌商户证书序列号有误。',
	wrongTime: 'HTTP头Authorization中的timestamp与发起请求的时间不得超过5分钟',
	mismatch: '错误的签名，导致验签失败。',
};

/** Checks the Authorization header of one caller's requests and remembers their nonces. */
export class AuthorizationCheck {
	private readonly nonces = new Set<string>();

	/** `clock` gives milliseconds. */
	constructor(
		private readonly caller: { id: string; serialNo: string; publicKey: KeyObject },
		private readonly kind: AuthorizationKind,
		private readonly clock: () => number,
	) {}

	/** The refusal the request earns, or undefined when its signature is good and its nonce new. */
	refusal(request: SignedRequest): SignRefusal | undefined {
		const { authorization } = request;
		const { scheme, wrongForm, wrongScheme, caller, mismatch } = this.kind;
		if (authorization === undefined) return signError(wrongForm, 'header missing');
		const blank = authorization.indexOf(' ');
		if (authorization.slice(0, blank) !== scheme) {
			return signError(wrongScheme, `scheme is not ${scheme}`);
		}
		const pairs = readPairs(authorization.slice(blank + 1), caller);
		if (typeof pairs === 'string') return signError(wrongForm, pairs);
		const wrongPart = this.wrongPart(pairs);
		if (wrongPart) return wrongPart;
		const message = signedMessage(request, pairs);
		if (!this.signatureFits(message, pairs.signature))
			return signatureMismatch(mismatch, request, message);
		if (this.nonces.has(pairs.nonce_str)) {
			return signError('随机串重复，请求被重放', 'nonce_str: nonce repeated');
		}
		this.nonces.add(pairs.nonce_str);
		return undefined;
	}

	/** Forgets all nonces. */
	reset(): void {
		this.nonces.clear();
	}

	private wrongPart(pairs: Pairs): SignRefusal | undefined {
		const { caller, unknownCaller, wrongForm, wrongSerial, wrongTime } = this.kind;
		if (pairs.caller !== this.caller.id) {
			return signError(unknownCaller, `${caller}: unknown caller`);
		}
		if (pairs.serial_no !== this.caller.serialNo) {
			return signError(wrongSerial, 'serial_no: unknown serial number');
		}
		if (pairs.nonce_str === '') return signError(wrongForm, 'nonce_str: nonce empty');
		const seconds = /^\d+$/.test(pairs.timestamp) ? Number(pairs.timestamp) : NaN;
		// Written so that NaN is refused too.
		if (!(Math.abs(this.clock() / 1000 - seconds) <= MAX_SKEW_SECONDS)) {
			return signError(wrongTime, 'timestamp: timestamp expired');
		}
		return undefined;
	}

	private signatureFits(message: Buffer, signature: string): boolean {
		const bytes = Buffer.from(signature, 'base64');
		// Node decodes blanks, `-_` and missing padding, too; WeChat Pay takes standard Base64 only.
		if (bytes.toString('base64') !== signature) return false;
		return verify(
			'RSA-SHA256',
			message,
			{ key: this.caller.publicKey, padding: constants.RSA_PKCS1_PADDING },
			bytes,
		);
	}
}

/** The text that must be signed: five lines, each with its newline. */
function signedMessage({ method, url, body }: SignedRequest, pairs: Pairs): Buffer {
	const head = `${method}\n${url}\n${pairs.timestamp}\n${pairs.nonce_str}\n`;
	return Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]);
}

/** The five pairs behind the scheme, or what is wrong with their form; `caller` is the one that says who calls. */
function readPairs(list: string, caller: string): Pairs | string {
	const names = [caller, ...PAIRS];
	const found = new Map<string, string>();
	for (const text of list.split(',')) {
		const [, name, value] = /^([a-z_]+)="([^"]*)"$/.exec(text) ?? [];
		if (name === undefined || value === undefined) return `not a pair: ${text}`;
		if (found.has(name)) return `${name} twice`;
		found.set(name, value);
	}
	const missing = names.filter((name) => !found.has(name));
	if (missing.length > 0) return `missing: ${missing.join(', ')}`;
	if (found.size > names.length) return 'unknown pair';
	return { ...Object.fromEntries(found), caller: found.get(caller) } as Pairs;
}
