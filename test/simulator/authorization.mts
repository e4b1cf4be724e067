import { constants, type KeyObject, verify } from 'node:crypto';
import { type Refusal, signError } from './refusals.mts';

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
	refusal(request: SignedRequest): Refusal | undefined {
		const { authorization } = request;
		if (authorization === undefined) {
			return signError('Http头缺少Authorization', 'Authorization', '', 'header missing');
		}
		const pairs = readPairs(authorization);
		if (typeof pairs === 'string') {
			return signError('Http头Authorization值格式错误', 'Authorization', authorization, pairs);
		}
		const wrongPart = this.wrongPart(pairs);
		if (wrongPart) return wrongPart;
		if (!this.signatureFits(request, pairs)) {
			return signError('错误的签名，验签失败', 'signature', pairs.signature, 'sign not match');
		}
		if (this.nonces.has(pairs.nonce_str)) {
			return signError('随机串重复，请求被重放', 'nonce_str', pairs.nonce_str, 'nonce repeated');
		}
		this.nonces.add(pairs.nonce_str);
		return undefined;
	}

	/** Forgets all nonces. */
	reset(): void {
		this.nonces.clear();
	}

	private wrongPart(pairs: Pairs): Refusal | undefined {
		if (pairs.mchid !== this.merchant.mchid) {
			return signError('商户号不存在', 'mchid', pairs.mchid, 'unknown merchant');
		}
		if (pairs.serial_no !== this.merchant.serialNo) {
			return signError('商户证书序列号有误', 'serial_no', pairs.serial_no, 'unknown serial number');
		}
		if (pairs.nonce_str === '') {
			return signError('随机串不能为空', 'nonce_str', '', 'nonce empty');
		}
		const seconds = /^\d+$/.test(pairs.timestamp) ? Number(pairs.timestamp) : NaN;
		// Written so that NaN is refused too.
		if (!(Math.abs(this.clock() / 1000 - seconds) <= MAX_SKEW_SECONDS)) {
			return signError('时间戳已过期', 'timestamp', pairs.timestamp, 'timestamp expired');
		}
		return undefined;
	}

	private signatureFits({ method, url, body }: SignedRequest, pairs: Pairs): boolean {
		const head = `${method}\n${url}\n${pairs.timestamp}\n${pairs.nonce_str}\n`;
		return verify(
			'RSA-SHA256',
			Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]),
			{ key: this.merchant.publicKey, padding: constants.RSA_PKCS1_PADDING },
			Buffer.from(pairs.signature, 'base64'),
		);
	}
}

/** The five pairs, or what is wrong with the form of the header. */
function readPairs(authorization: string): Pairs | string {
	const blank = authorization.indexOf(' ');
	if (authorization.slice(0, blank) !== SCHEME) return `scheme is not ${SCHEME}`;
	const found = new Map<string, string>();
	for (const text of authorization.slice(blank + 1).split(',')) {
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
