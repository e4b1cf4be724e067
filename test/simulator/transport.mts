import { type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type FastifyReply } from 'fastify';
import { type Answer } from './signedAnswer.mts';

/** All bytes of a request's body. */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** Writes an answer. */
export function write(response: ServerResponse, { status, headers, body, rest }: Answer): void {
	if (rest) {
		response.writeHead(status, headers).write(body);
		Readable.from(rest()).pipe(response);
	} else {
		response.writeHead(status, { ...headers, 'Content-Length': body.length }).end(body);
	}
}

/** Sends an answer, the names of its headers written as WeChat Pay writes them. */
export function send(reply: FastifyReply, answer: Answer): void {
	// Fastify would send the names in lower case.
	reply.hijack();
	write(reply.raw, answer);
}

/** Announces the whole body, sends half of it, and then ends the connection, or leaves it open. */
export function sendHalf(reply: FastifyReply, answer: Answer, isEnd: boolean): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
	raw.write(answer.body.subarray(0, answer.body.length / 2), () => isEnd && raw.destroy());
}

/** Sends the whole body a byte at a time, until the caller hangs up. */
export async function sendDripping(
	reply: FastifyReply,
	answer: Answer,
	pauseMs: number,
): Promise<void> {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.length });
	for (const byte of answer.body) {
		if (raw.destroyed) return;
		raw.write(Buffer.from([byte]));
		await delay(pauseMs);
	}
	raw.end();
}

/** Resets the connection (TCP RST) without an answer. */
export function resetConnection(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.socket?.resetAndDestroy();
}

/** Leaves the connection open without an answer. */
export function neverAnswer(reply: FastifyReply): void {
	reply.hijack();
}
