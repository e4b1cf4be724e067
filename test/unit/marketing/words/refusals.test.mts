import { describe, expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { REFUSALS } from '../../../../marketing/words/refusals.ts';

const { fields, places, platform } = merchantWords.labels;
// Merchant ID is a field of operations, too.
const ofCredential = Object.values(fields).filter((label) => label !== fields.callerId);
const labels = [...ofCredential, ...Object.values(places), platform];

describe('what is told of a refusal that is not about the account', () => {
	test.each(Object.entries(REFUSALS))('%s', (_name, { meaning, remedy }) => {
		expect(meaning).toMatch(/^(\{?[A-Z]).*[^.]$/);
		expect(remedy).toMatch(/^[A-Z].*\.$/);
		expect(labels.filter((label) => `${meaning} ${remedy}`.includes(label))).toEqual([]);
	});
});
