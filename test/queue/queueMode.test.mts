import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { findPrograms } from '../../scripts/n8n/queue/programs.mts';
import { SETUP_LIMIT } from '../e2e/testStage.mts';
import { bursts } from './bursts.mts';
import { crashes } from './crashes.mts';
import { outages } from './outages.mts';
import { setQueueStage, type QueueStage } from './queueStage.mts';
import { sideBySide } from './sideBySide.mts';

const programs = findPrograms();

if (typeof programs === 'string') {
	process.stderr.write(`${programs} Its tests are skipped.\n`);
	test.skip(programs, () => {});
} else {
	// One n8n for all of them: it takes five processes and half a minute.
	describe('n8n in queue mode', () => {
		let stage: QueueStage;

		beforeAll(async () => {
			stage = await setQueueStage(programs);
		}, SETUP_LIMIT);

		afterAll(async () => await stage?.close());

		sideBySide(() => stage);
		crashes(() => stage);
		bursts(() => stage);
		outages(() => stage);
	});
}
