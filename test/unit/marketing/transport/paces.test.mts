import { expect, test } from '@jest/globals';
import { Paces } from '../../../../marketing/transport/paces.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const NO_SIGNAL = { signal: undefined };
const endpoint = (path: string) =>
	({
		method: 'GET',
		path,
		quota: { calls: 20, per: 'second' },
		documentationUrl: 'https://pay.weixin.qq.com/',
	}) as const;
const merchant = {
	callerId: '1900000001',
	baseUrl: 'https://api.mch.weixin.qq.com',
	processes: 1,
};

test('are one for a merchant, host, method and path', () => {
	const paces = new Paces(new VirtualTime());
	const pace = paces.of(merchant, endpoint('/a/{id}'));
	expect(paces.of({ ...merchant }, endpoint('/a/{id}'))).toBe(pace);
	for (const other of [
		paces.of({ ...merchant, callerId: '1900000002' }, endpoint('/a/{id}')),
		paces.of({ ...merchant, baseUrl: 'http://127.0.0.1:1' }, endpoint('/a/{id}')),
		paces.of(merchant, { ...endpoint('/a/{id}'), method: 'POST' }),
		paces.of(merchant, endpoint('/b')),
	]) {
		expect(other).not.toBe(pace);
	}
});

test('keep to the share of one process, as the latest credential of the merchant says', () => {
	const paces = new Paces(new VirtualTime());
	const limitWith = (processes: number) =>
		paces.of({ ...merchant, processes }, endpoint('/a')).limit;
	expect(limitWith(1)).toEqual({ calls: 20, within: 1000 });
	expect(limitWith(4)).toEqual({ calls: 5, within: 1000 });
	expect(limitWith(1)).toEqual({ calls: 20, within: 1000 });
	const pace = paces.of(merchant, endpoint('/a'));
	expect(paces.of({ ...merchant, processes: 2 }, endpoint('/a'))).toBe(pace);
});

test('are forgotten when nobody uses them and nothing is left to remember', async () => {
	const time = new VirtualTime();
	const paces = new Paces(time);
	const find = (path: string) => paces.of(merchant, endpoint(path));
	const used = find('/used');
	await time.runToEnd(used.run(async () => undefined, NO_SIGNAL));
	const slowed = find('/slowed');
	slowed.slowDown(0);
	const waited = find('/waited');
	let goOn = () => {};
	const under = waited.run(
		async () => await new Promise<void>((resolve) => (goOn = resolve)),
		NO_SIGNAL,
	);
	find('/new1');
	expect(find('/used')).toBe(used);
	await time.runToEnd(time.wait(1001));
	find('/new2');
	expect(find('/used')).not.toBe(used);
	expect(find('/slowed')).toBe(slowed);
	await time.runToEnd(time.wait(60_000));
	find('/new3');
	expect(find('/slowed')).not.toBe(slowed);
	expect(find('/waited')).toBe(waited);
	goOn();
	await under;
});
