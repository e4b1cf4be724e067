import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { type SignedNotification } from './notification.mts';

/** What came of sending a notification. */
export interface Delivery {
	/** Undefined when no answer came within five seconds, or no connection. */
	status?: number;
	body: string;
	/** Content type of the answer. */
	type?: string;
	/** Milliseconds until the answer was there. */
	took: number;
}

/** Milliseconds for which WeChat Pay waits for an answer. */
const PATIENCE = 5000;

/**
 * Sends a notification once, with header names written as WeChat Pay writes them.
 *
 * @param hangUp ends the waiting for an answer before its time
 */
export async function sendNotification(
	url: string,
	{ headers, body }: SignedNotification,
	hangUp?: AbortSignal,
): Promise<Delivery> {
	const start = performance.now();
	const send = url.startsWith('https:') ? requestHttps : requestHttp;
	return await new Promise((resolve) => {
		const end = (status: number | undefined, text: string, type?: string) =>
			resolve({ status, body: text, type, took: performance.now() - start });
		const request = send(
			url,
			{
				method: 'POST',
				signal: AbortSignal.any([AbortSignal.timeout(PATIENCE), ...(hangUp ? [hangUp] : [])]),
				headers: {
					'User-Agent': 'Mozilla/4.0',
					Accept: '*/*',
					...headers,
					'Content-Length': String(body.length),
				},
			},
			(answer) => {
				const chunks: Buffer[] = [];
				answer.on('data', (chunk: Buffer) => chunks.push(chunk));
				const { statusCode, headers: answered } = answer;
				answer.on('end', () =>
					end(statusCode, Buffer.concat(chunks).toString(), answered['content-type']),
				);
				answer.on('error', () => end(undefined, ''));
			},
		);
		request.on('error', () => end(undefined, ''));
		request.end(body);
	});
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const GENERAL = [
	15 * SECOND,
	15 * SECOND,
	30 * SECOND,
	3 * MINUTE,
	10 * MINUTE,
	20 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	30 * MINUTE,
	60 * MINUTE,
	3 * HOUR,
	3 * HOUR,
	3 * HOUR,
	6 * HOUR,
	6 * HOUR,
];

/** Milliseconds before each repetition of a notification that was not answered well. */
export function repetitionsOf(eventType: string): readonly number[] {
	if (eventType === 'COUPON.SEND') return Array.from({ length: 10 }, () => MINUTE);
	if (eventType === 'COUPON.USE') return Array.from({ length: 8 }, () => MINUTE);
	return GENERAL;
}

/** Whether WeChat Pay takes an answer for good; of a body it has no use. */
export function isTaken({ status }: Delivery): boolean {
	return status === 200 || status === 204;
}

/**
 * Sends a notification until it is answered well, signed anew each time, as often as WeChat Pay does.
 *
 * @returns what came of each sending
 */
export async function deliver(
	eventType: string,
	send: () => Promise<Delivery>,
	wait: (milliseconds: number) => Promise<void>,
): Promise<Delivery[]> {
	const deliveries = [await send()];
	for (const pause of repetitionsOf(eventType)) {
		if (isTaken(deliveries.at(-1)!)) break;
		await wait(pause);
		deliveries.push(await send());
	}
	return deliveries;
}
