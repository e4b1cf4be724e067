import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a group robot of WeCom answers when it has taken a message. */
const TAKEN = { errcode: 0, errmsg: 'ok' };
/** What it answers, with status 200, when a message has no kind that it knows. */
const NO_KIND = { errcode: 40008, errmsg: 'invalid message type' };
/** What it answers to a message that is longer than this. */
const TOO_LONG = { errcode: 40058, errmsg: 'text.content exceed max length 2048' };
const MOST_BYTES = 2048;

/** Stands in for a group robot of WeCom, which notifications go to. */
export interface WebhookReceiver {
	url: string;
	/** The texts that it has taken. */
	messages: string[];
	/** How many requests have come, whatever they were. */
	readonly requests: number;
	/** What it answers instead of taking a message; nothing unless told. */
	refuseWith(answer: { errcode: number; errmsg: string } | undefined): void;
	close(): Promise<void>;
}

function textOf(body: unknown): string | undefined {
	const { msgtype, text } = body as { msgtype?: string; text?: { content?: unknown } };
	const content = text?.content;
	return msgtype === 'text' && typeof content === 'string' ? content : undefined;
}

/** Starts a receiver on the loopback interface. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
	const messages: string[] = [];
	let requests = 0;
	let refusal: object | undefined;
	const answerTo = (text: string | undefined): object => {
		if (refusal) return refusal;
		if (text === undefined) return NO_KIND;
		if (Buffer.byteLength(text) > MOST_BYTES) return TOO_LONG;
		messages.push(text);
		return TAKEN;
	};
	const server = createServer((request, response) => {
		requests++;
		void json(request).then(
			(body) => {
				response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
				response.end(JSON.stringify(answerTo(textOf(body))));
			},
			() => response.writeHead(400).end(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/notifications`,
		messages,
		get requests() {
			return requests;
		},
		refuseWith: (answer) => {
			refusal = answer;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
