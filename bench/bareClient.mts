import {
	createPrivateKey,
	createPublicKey,
	randomBytes,
	sign,
	verify,
	type KeyObject,
} from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { CredentialValues } from '../test/simulator/index.mts';

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

	private async call(method: string, target: string, sent: string): Promise<unknown> {
		const call = request(this.credential.baseUrl + target, {
			agent: false,
			method,
			headers: {
				Accept: 'application/json',
				...(sent !== '' && { 'Content-Type': 'application/json' }),
				'User-Agent': 'bare',
				Authorization: this.authorization(method, target, sent),
			},
		});
		const answered = once(call, 'response') as Promise<[IncomingMessage]>;
		call.end(sent);
		const [response] = await answered;
		const chunks: Buffer[] = [];
		for await (const chunk of response) chunks.push(chunk as Buffer);
		const body = Buffer.concat(chunks).toString();
		if (response.statusCode !== 200) throw new Error(`${response.statusCode} ${body}`);
		this.check(response, body);
		return JSON.parse(body);
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
