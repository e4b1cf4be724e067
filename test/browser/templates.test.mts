import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { BrowserStage } from '../../scripts/browser/browserStage.mts';
import { examplesFolder } from '../../scripts/examples/exampleFiles.mts';
import { readExampleWorkflow } from '../../scripts/examples/exampleWorkflow.mts';
import { eventually } from '../eventually.mts';
import { SETUP_LIMIT, setTestBrowserStage } from './testBrowserStage.mts';

/** Nodes of services outside, whose credential every user has to choose. */
const OUTSIDE = /\.(googleSheets|googleSheetsTool|lmChatOpenAi)$/;

const EXAMPLES = readdirSync(examplesFolder)
	.filter((file) => file.endsWith('.json'))
	.map((file) => basename(file, '.json'));

describe("an example in n8n's editor", () => {
	let stage: BrowserStage;

	beforeAll(async () => {
		stage = await setTestBrowserStage();
	}, SETUP_LIMIT);

	afterAll(async () => await stage?.close());

	test.each(EXAMPLES)(
		'%s has nothing that n8n complains about, and notes that fit',
		async (name) => {
			const workflow = await readExampleWorkflow(name, {}, stage.stage.credential);
			await stage.editor.openCopy(workflow);
			const outside = workflow.nodes.filter(({ type }) => OUTSIDE.test(type));
			await eventually(async () =>
				expect((await stage.editor.nodesWithIssues()).sort()).toEqual(
					outside.map((node) => node.name).sort(),
				),
			);
			expect(await stage.editor.cutNotes()).toEqual([]);
		},
	);
});
