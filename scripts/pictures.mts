import { mkdir, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { VIEWPORT } from './browser/browser.mts';
import { setBrowserStage } from './browser/browserStage.mts';
import { SCENES } from './browser/scenes.mts';
import { progressTo } from './progress.mts';
import { projectFolder } from './project.mts';

const FOLDER = join(projectFolder, 'docs', 'images');

/** Kilobytes; larger ones make the README slow to open. */
const LIMIT = 150;

/** What hangs over the edge of a panel: the nodes before and after it. */
const HIDDEN = '[data-test-id="floating-nodes"] { visibility: hidden }';

const progress = progressTo(process.stdout);
const stage = await setBrowserStage(progress);
try {
	const wanted = process.argv.slice(2);
	if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
	await mkdir(FOLDER, { recursive: true });
	for (const [name, scene] of Object.entries(SCENES)) {
		if (wanted.length > 0 && !wanted.includes(name)) continue;
		await stage.editor.page.emulateMedia({ colorScheme: 'light' });
		await stage.editor.page.setViewportSize(VIEWPORT);
		await take(name, await scene(stage));
	}
} finally {
	await stage.close();
}

/** Takes a picture when messages and what the mouse brings up are gone. */
async function take(name: string, subject: Page | Locator): Promise<void> {
	const path = join(FOLDER, `${name}.png`);
	await stage.editor.tidy();
	await subject.screenshot({ path, animations: 'disabled', caret: 'hide', style: HIDDEN });
	const kilobytes = Math.round((await stat(path)).size / 1000);
	progress.say(`${relative(projectFolder, path)} (${kilobytes} kB)`);
	if (kilobytes > LIMIT) throw new Error(`${path} is larger than ${LIMIT} kB`);
}
