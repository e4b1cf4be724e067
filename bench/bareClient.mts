import {
	createHash,
	createPrivateKey,
	createPublicKey,
	randomBytes,
	sign,
	verify,
	type KeyObject,
} from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import FormData from 'form-data';
import type { CredentialValues } from '../test/simulator/index.mts';

/** What is sent when it is not what is signed. */
interface Sent {
	body: string | Buffer;
	contentType: string;
}

/**
 * The least that a client of WeChat Pay has to do: sign, send, verify, parse. As in n8n, every call has a
 * new connection. Nothing of the project is in it.
 */
export class BareClient {
	private readonly privateKey: KeyObject;
	private readonly publicKey: KeyObject;

	constructor(private readonly credential: CredentialValues) {
		this.privateKey = createPrivateKey(credential.privateKey);
		this.publicKey = createPublicKey(credential.publicKey);
	}

	/** @throws Error when the answer is not 200 or its signature is wrong */
	async get(target: string): Promise<unknown> {
		return await this.call('GET', target, '');
	}

	/** @throws Error when the answer is not 200 or its signature is wrong */
	async post(target: string, body: object): Promise<unknown> {
		return await this.call('POST', target, JSON.stringify(body));
	}

	/**
	 * Sends an image with its part `meta`, which alone is signed.
	 *
	 * @throws Error when the answer is not 200 or its signature is wrong
	 */
	async upload(target: string, fileName: string, bytes: Buffer): Promise<unknown> {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const meta = JSON.stringify({ filename: fileName, sha256 });
		const form = new FormData();
		form.append('meta', meta, { contentType: 'application/json' });
		form.append('file', bytes, { filename: fileName });
		return await this.call('POST', target, meta, {
			body: form.getBuffer(),
			contentType: form.getHeaders()['content-type']!,
		});
	}

	/**
	 * Opens a file, which is not signed.
	 *
	 * @throws Error when the answer is not 200
	 */
	async open(target: string): Promise<IncomingMessage> {
		return await this.send('GET', target, '');
	}

	private async call(
		method: string,
		target: string,
		signed: string,
		sent?: Sent,
	): Promise<unknown> {
		const response = await this.send(method, target, signed, sent);
		const body = await text(response);
		this.check(response, body);
		return JSON.parse(body);
	}

	private async send(
		method: string,
		target: string,
		signed: string,
		{ body, contentType }: Sent = { body: signed, contentType: 'application/json' },
	): Promise<IncomingMessage> {
		const call = request(this.credential.baseUrl + target, {
			agent: false,
			method,
			headers: {
				Accept: '*/*',
				...(body.length > 0 && { 'Content-Type': contentType }),
				'User-Agent': 'bare',
				Authorization: this.authorization(method, target, signed),
			},
		});
		const answered = once(call, 'response') as Promise<[IncomingMessage]>;
		call.end(body);
		const [response] = await answered;
		if (response.statusCode !== 200) {
			throw new Error(`${response.statusCode} ${await text(response)}`);
		}
		return response;
	}

	private authorization(method: string, target: string, sent: string): string {
		const { mchid, serialNo } = this.credential;
		const timestamp = Math.floor(Date.now() / 1000);
		const nonce = randomBytes(16).toString('hex');
		const message = Buffer.from(`${method}\n${target}\n${timestamp}\n${nonce}\n${sent}\n`);
		const signature = sign('RSA-SHA256', message, this.privateKey).toString('base64');
		return `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${serialNo}"`;
	}

	private check({ headers }: IncomingMessage, body: string): void {
		const header = (name: string): string => String(headers[`wechatpay-${name}`]);
		const timestamp = header('timestamp');
		const message = Buffer.from(`${timestamp}\n${header('nonce')}\n${body}\n`);
		const signature = Buffer.from(header('signature'), 'base64');
		const isRight =
			Math.abs(Date.now() / 1000 - Number(timestamp)) < 300 &&
			header('serial') === this.credential.publicKeyId &&
			verify('RSA-SHA256', message, this.publicKey, signature);
		if (!isRight) throw new Error('The answer is not signed');
	}
}
