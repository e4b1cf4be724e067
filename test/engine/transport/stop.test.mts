import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSimulator, type Simulator } from '../../simulator/index.mts';
import { start } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';

let simulator: Simulator;
let onAnswer = () => {};
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0, onRequest: () => onAnswer() });
});
afterAll(async () => await simulator.close());

// Were the wait not ended by Stop, the test would outlast its time limit.
test.each(Object.keys(OPERATIONS))('%s: Stop ends the wait before a retry', async (operation) => {
	simulator.reset();
	simulator.misbehave({
		kind: 'status',
		status: 429,
		code: 'RATELIMIT_EXCEEDED',
		message: '请求超过接口频率限制',
		headers: { 'retry-after': '29' },
	});
	const answered = new Promise<void>((resolve) => (onAnswer = resolve));
	const { finished, stop } = await start({
		credential: simulator.credential,
		parameters: { ...OPERATIONS[operation], options: { maxRetries: 3 } },
	});
	await answered;
	stop();
	const { items } = await finished;
	expect(items).toEqual([]);
	expect(simulator.requests).toHaveLength(1);
});
