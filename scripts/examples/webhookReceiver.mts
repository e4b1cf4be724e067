import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What the coupon workflow sends. */
export interface Notification {
	product_coupon_id: string;
	responsible: string;
	text: string;
}

/** Stands in for the chat or ticket system that notifications go to. */
export interface WebhookReceiver {
	url: string;
	notifications: Notification[];
	close(): Promise<void>;
}

/** Starts a receiver on the loopback interface. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
	const notifications: Notification[] = [];
	const server = createServer((request, response) => {
		void json(request).then(
			(body) => {
				notifications.push(body as Notification);
				response.writeHead(204).end();
			},
			() => response.writeHead(400).end(),
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/notifications`,
		notifications,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
