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

const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
const PAIRS = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'] as const;
const MAX_SKEW_SECONDS = 300;

const WRONG_FORM = 'Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》';

type Pairs = Record<(typeof PAIRS)[number], string>;

/** Checks the Authorization header of one merchant's requests and remembers their nonces. */
export class AuthorizationCheck {
	private readonly nonces = new Set<string>();

	/** `clock` gives milliseconds. */
	constructor(
		private readonly merchant: { mchid: string; serialNo: string; publicKey: KeyObject },
		private readonly clock: () => number,
	) {}

	/** The refusal the request earns, or undefined when its signature is good and its nonce new. */
	refusal(request: SignedRequest): SignRefusal | undefined {
		const { authorization } = request;
		if (authorization === undefined) return signError(WRONG_FORM, 'header missing');
		const blank = authorization.indexOf(' ');
		if (authorization.slice(0, blank) !== SCHEME) {
			return signError('Http头Authorization认证类型不正确', `scheme is not ${SCHEME}`);
		}
		const pairs = readPairs(authorization.slice(blank + 1));
		if (typeof pairs === 'string') return signError(WRONG_FORM, pairs);
		const wrongPart = this.wrongPart(pairs);
		if (wrongPart) return wrongPart;
		const message = signedMessage(request, pairs);
		if (!this.signatureFits(message, pairs.signature)) return signatureMismatch(request, message);
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
		if (pairs.mchid !== this.merchant.mchid) {
			return signError('商户号不存在', 'mchid: unknown merchant');
		}
		if (pairs.serial_no !== this.merchant.serialNo) {
			return signError(
				'商户证书序列号有误。请使用签名私钥匹配的证书序列号',
				'serial_no: unknown serial number',
			);
		}
		if (pairs.nonce_str === '') return signError(WRONG_FORM, 'nonce_str: nonce empty');
		const seconds = /^\d+$/.test(pairs.timestamp) ? Number(pairs.timestamp) : NaN;
		// Written so that NaN is refused too.
		if (!(Math.abs(this.clock() / 1000 - seconds) <= MAX_SKEW_SECONDS)) {
			return signError(
				'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟',
				'timestamp: timestamp expired',
			);
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
			{ key: this.merchant.publicKey, padding: constants.RSA_PKCS1_PADDING },
			bytes,
		);
	}
}

/** The text that must be signed: five lines, each with its newline. */
function signedMessage({ method, url, body }: SignedRequest, pairs: Pairs): Buffer {
	const head = `${method}\n${url}\n${pairs.timestamp}\n${pairs.nonce_str}\n`;
	return Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]);
}

/** The five pairs behind the scheme, or what is wrong with their form. */
function readPairs(list: string): Pairs | string {
	const found = new Map<string, string>();
	for (const text of list.split(',')) {
		const [, name, value] = /^([a-z_]+)="([^"]*)"$/.exec(text) ?? [];
		if (name === undefined || value === undefined) return `not a pair: ${text}`;
		if (found.has(name)) return `${name} twice`;
		found.set(name, value);
	}
	const missing = PAIRS.filter((name) => !found.has(name));
	if (missing.length > 0) return `missing: ${missing.join(', ')}`;
	if (found.size > PAIRS.length) return 'unknown pair';
	return Object.fromEntries(found) as Pairs;
}
