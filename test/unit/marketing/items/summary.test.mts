import { describe, expect, test } from '@jest/globals';
import { NotOnStockError, type Row } from '../../../../marketing/items/row.ts';
import { batchSummary, exactSummary, rowSummary } from '../../../../marketing/items/summary.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { unansweredCall } from '../../../../marketing/transport/noAnswer.ts';
import { refusal } from '../../helpers/batches.mts';

const stores = { one: 'store', many: 'stores', done: 'associated', already: 'were so before' };

const done = (change?: string): Row => ({ item: 0, json: { ...(change && { change }) } });
const failed = (error: Error): Row => ({ item: 0, failure: { error, which: {} } });
const refused = failed(refusal());
const lost = failed(unansweredCall('lost', 'ECONNRESET'));
const notSent = failed(unansweredCall('unreachable', 'ECONNREFUSED'));
const unreadable = failed(new InputError('Store IDs', 'is empty', 'Fill it in.'));

describe('of rows', () => {
	test('one needs no summary', () => {
		expect(rowSummary([refused], 'done')).toBe('');
		expect(rowSummary([], 'done')).toBe('');
	});

	test('several are counted by what is true of them', () => {
		expect(rowSummary([done(), done()], 'sent')).toBe('2 of 2 were sent.');
		expect(rowSummary([done('paused'), done('unknown')], 'done')).toBe(
			'2 of 2 were done, 1 of them by this run or before it.',
		);
		const rows = [done(), refused, refused, lost, notSent, unreadable, unreadable];
		expect(rowSummary(rows, 'done')).toBe(
			'1 of 7 were done, 2 refused, of 1 it is not known, 1 not sent, 2 rows unreadable.',
		);
	});
});

describe('of the members of a batch', () => {
	test('those that were so before are told apart', () => {
		expect(batchSummary([done('associated'), done('none'), done('none')], stores)).toBe(
			'1 of 3 stores were associated, 2 were so before.',
		);
		expect(batchSummary([done('associated')], stores)).toBe('1 of 1 store was associated.');
	});

	test('so are those of which it is not known who did it', () => {
		const rows = [done('associated'), done('unknown'), done('none'), refused];
		expect(batchSummary(rows, stores)).toBe(
			'1 of 4 stores were associated, 1 associated by this run or before it, 1 were so before, 1 refused.',
		);
	});

	test('those that are not on the stock have nothing to be done, also where that is a failure', () => {
		const rows = [done('disassociated'), failed(new NotOnStockError('7')), refused];
		const words = { ...stores, done: 'disassociated', already: 'were not on it' };
		expect(batchSummary(rows, words)).toBe(
			'1 of 3 stores were disassociated, 1 were not on it, 1 refused.',
		);
	});

	test('a dry run says what would be', () => {
		const dry: Row = { item: 0, json: { change: 'associated', dryRun: true } };
		expect(batchSummary([dry, dry, unreadable], stores)).toBe(
			'Dry run: 2 of 3 stores would be associated, 1 row unreadable.',
		);
	});
});

test('of a list that is made exactly that of the input, what came, went and stayed', () => {
	const rows = ['associated', 'disassociated', 'disassociated', 'none'].map(done);
	expect(exactSummary([...rows, refused], stores, ['associated', 'disassociated'])).toBe(
		'1 store was associated, 2 disassociated, 1 unchanged, 1 refused.',
	);
	const unsure = ['associated', 'disassociated', 'disassociated'].map(
		(mark): Row => ({ item: 0, json: { [mark]: true, change: 'unknown' } }),
	);
	expect(exactSummary([...rows, ...unsure], stores, ['associated', 'disassociated'])).toBe(
		'1 store was associated, 2 disassociated, 1 associated by this run or before it, 2 disassociated by this run or before it, 1 unchanged.',
	);
});
