import { describe, expect, test } from '@jest/globals';
import type { Fault } from '../../simulator/index.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const forgeries: Array<{ fault: Fault; check: string }> = [
	{ fault: { kind: 'changedBody' }, check: 'signature' },
	{ fault: { kind: 'changedSignature' }, check: 'signature' },
	{ fault: { kind: 'foreignKey' }, check: 'signature' },
	{ fault: { kind: 'probe' }, check: 'signature' },
	{ fault: { kind: 'wrongSerial' }, check: 'serial' },
	{ fault: { kind: 'oldTimestamp' }, check: 'timestamp' },
	{ fault: { kind: 'futureTimestamp' }, check: 'timestamp' },
	...['Timestamp', 'Nonce', 'Signature', 'Serial'].map((name) => ({
		fault: { kind: 'missingHeader' as const, header: `Wechatpay-${name}` },
		check: 'headers',
	})),
];

describe.each(Object.keys(OPERATIONS))('%s', (operation) => {
	test.each(forgeries)('$fault gives no data', async ({ fault, check }) => {
		simulator().misbehave(fault, { times: Infinity });
		const { items, errorItems } = await run({
			credential: simulator().credential,
			parameters: OPERATIONS[operation] ?? {},
			onError: 'continueErrorOutput',
		});
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0]?.json.error).toContain(`(check: ${check})`);
		expect(errorItems[0]?.json.details).toMatchObject({
			code: `UNVERIFIED_${check.toUpperCase()}`,
			description: expect.stringMatching(/^[A-Z].{15,}\.$/),
		});
		const [{ method = '' } = {}] = simulator().requests;
		if (method === 'POST') {
			expect(errorItems[0]?.json.details).toMatchObject({ outcome: 'unknown' });
		}
		const { requests } = simulator();
		// A batch whose answer cannot be used asks for the list, whose answer cannot be used either.
		expect(requests.map((request) => request.method)).toEqual(
			method === 'POST' ? ['POST', 'GET'] : ['GET'],
		);
		expect(requests.every(({ signature, status }) => signature === 'valid' && status === 200)).toBe(
			true,
		);
	});
});
