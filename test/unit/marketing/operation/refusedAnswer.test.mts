import { expect, test } from '@jest/globals';
import { unlessRefused } from '../../../../marketing/operation/refusedAnswer.ts';
import { merchantWords } from '../../../../marketing/words/merchant.ts';

const read = (failed_reason: unknown, wasRepeatedBlindly = false) => {
	const answer = { data: { failed_reason: failed_reason as string }, requestId: 'r-1' };
	const values = { store_id: '7' };
	return unlessRefused({ ...answer, wasRepeatedBlindly }, 'failed_reason', merchantWords, values);
};
const thrown = (...given: Parameters<typeof read>): unknown => {
	try {
		return read(...given);
	} catch (error) {
		return error;
	}
};

test.each([undefined, null, ''])('%p is no reason', (reason) => {
	expect(read(reason)).toMatchObject({ requestId: 'r-1' });
});

test('a reason is a refusal in its words', () => {
	expect(thrown('未绑定')).toMatchObject({
		condition: 'refusedMember',
		outcome: 'refused',
		reason: '未绑定',
		requestId: 'r-1',
	});
});

test('what is true of it is not known when an attempt before it may have done the work', () => {
	expect(thrown('未绑定', true)).toMatchObject({ outcome: 'unknown', reason: '未绑定' });
});
