import { expect, test } from '@jest/globals';
import { ofProcess, Shared } from '../../../../marketing/transport/shared.ts';
import { realTiming } from '../../../../marketing/transport/timing.ts';
import { keysOfProcess } from '../../../../wechatpay/keyCache.ts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

test('each has its own, and the process one', () => {
	const time = new VirtualTime();
	const [one, other] = [new Shared(time), new Shared(time)];
	expect(one.timing).toBe(time);
	expect(one.keys).not.toBe(other.keys);
	expect(one.paces).not.toBe(other.paces);
	expect(one.notificationsOf('a')).not.toBe(other.notificationsOf('a'));
	expect(ofProcess).toMatchObject({ timing: realTiming, keys: keysOfProcess });
});

test('what is known of notifications is of one trigger', () => {
	const shared = new Shared(new VirtualTime());
	const known = shared.notificationsOf('a');
	expect(known).toEqual({ taken: [], underWay: new Map() });
	expect(shared.notificationsOf('a')).toBe(known);
	expect(shared.notificationsOf('b')).not.toBe(known);
});

test('200 triggers are remembered; the one that was not asked for longest goes first', () => {
	const shared = new Shared(new VirtualTime());
	const known = Array.from({ length: 200 }, (_, index) => shared.notificationsOf(`${index}`));
	expect(shared.notificationsOf('0')).toBe(known[0]);
	shared.notificationsOf('new');
	expect(shared.notificationsOf('0')).toBe(known[0]);
	expect(shared.notificationsOf('2')).toBe(known[2]);
	expect(shared.notificationsOf('1')).not.toBe(known[1]);
});
