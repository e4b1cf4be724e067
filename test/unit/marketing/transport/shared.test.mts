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
	expect(one.keptCallers).not.toBe(other.keptCallers);
	expect(one.paces).not.toBe(other.paces);
	expect(one.notifications).not.toBe(other.notifications);
	expect(ofProcess).toMatchObject({ timing: realTiming, keys: keysOfProcess });
});
