import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { run } from '../helpers/engine.mts';
import { openidOf, SEND } from '../helpers/sendings.mts';
import { retryAtOnce } from '../helpers/retryAtOnce.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

retryAtOnce();

/** Users of which those at the given places have no OpenID. */
const users = (count: number, ...without: number[]) =>
	Array.from({ length: count }, (_, index) => ({
		openid: without.includes(index) ? '' : openidOf(index),
	}));

const sent = () => simulator().requests.filter(({ method }) => method === 'POST').length;

describe('a row that cannot be read among those that send', () => {
	test.each([0, 35])('at place %i: with On Error Stop nothing is sent', async (place) => {
		const { items, error } = await run({
			credential: simulator().credential,
			parameters: SEND,
			rows: users(40, place, 38),
		});
		expect(items).toEqual([]);
		expect(error?.message).toBe(
			`2 of 40 rows cannot be read, so nothing was sent. The first: OpenID is empty [item ${place}]`,
		);
		expect(error?.description).toContain('Nothing was sent, so nothing was changed.');
		expect(simulator().requests).toEqual([]);
	});

	test('with Continue it is not sent, and the others are', async () => {
		const { items } = await run({
			credential: simulator().credential,
			parameters: SEND,
			rows: users(40, 0, 38),
			onError: 'continueRegularOutput',
		});
		expect(items).toHaveLength(40);
		expect(sent()).toBe(38);
		const failed = items.filter(({ json }) => json.error !== undefined);
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 38 }]);
		for (const { json } of failed) expect(json.details).toMatchObject({ outcome: 'notSent' });
	});
});

test('a refusal in the middle: one sentence tells what went and what did not, and what to do', async () => {
	simulator().misbehave(
		{ kind: 'status', status: 403, code: 'RULE_LIMIT', message: '用户领取券张数已达上限' },
		{ method: 'POST', skip: 11 },
	);
	const { items, error } = await run({
		credential: simulator().credential,
		parameters: SEND,
		rows: users(60),
	});
	expect(items).toEqual([]);
	const counts =
		/^(\d+) of 60 were sent, 1 refused, (\d+) not sent\. The first that was not: .*RULE_LIMIT.* \[item \d+\]$/.exec(
			error?.message ?? '',
		);
	expect(counts).not.toBeNull();
	const [done = 0, notSent = 0] = (counts ?? []).slice(1).map(Number);
	expect(done + notSent).toBe(59);
	expect(done).toBe(sent() - 1);
	expect(notSent).toBeGreaterThan(0);
	expect(error?.description).toMatch(/Retry button.*Request Number.*Continue/);
});

describe('rows about the same thing', () => {
	const setAddress: INodeParameters = {
		resource: 'notificationAddress',
		operation: 'setForProductCoupons',
		notifyUrl: '={{ $json.url }}',
	};
	const rows = ['old', 'new'].map((name) => ({ url: `https://n8n.example.com/${name}` }));

	test('keep their order when the first is tried again', async () => {
		simulator().misbehave({ kind: 'status', status: 503, code: 'SYSTEM_ERROR' });
		const { items } = await run({
			credential: simulator().credential,
			parameters: setAddress,
			rows,
		});
		expect(items.map(({ json }) => json.notify_url)).toEqual(rows.map(({ url }) => url));
		const urls = simulator().requests.map(({ body }) => JSON.parse(body.toString()).notify_url);
		expect(urls).toEqual([rows[0]?.url, rows[0]?.url, rows[1]?.url]);
	});

	test('do not go on when the first is refused and On Error stops', async () => {
		simulator().misbehave({ kind: 'status', status: 400, code: 'PARAM_ERROR' });
		const { error } = await run({
			credential: simulator().credential,
			parameters: setAddress,
			rows,
		});
		expect(error?.message).toMatch(/^0 of 2 were done, 1 refused, 1 not sent\. .* \[item 0\]$/);
		expect(simulator().requests).toHaveLength(1);
	});
});
