import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, selectors, type Page } from 'playwright-core';

/** A browser with a profile of its own that talks to this machine only. */
export interface Browser {
	page: Page;
	close(): Promise<void>;
}

const ARGUMENTS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--hide-scrollbars',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Pixels of the editor. */
export const VIEWPORT = { width: 1280, height: 880 };

/** Long enough for a machine that does other things as well. */
const WAIT_LIMIT = 45_000;

/** Starts a headless browser with an empty profile, which goes when it is closed. */
export async function openBrowser(executablePath: string): Promise<Browser> {
	// The attribute that n8n marks the parts of its editor with.
	selectors.setTestIdAttribute('data-test-id');
	const profile = await mkdtemp(join(tmpdir(), 'chromium-profile-'));
	const context = await chromium.launchPersistentContext(profile, {
		executablePath,
		headless: true,
		args: ARGUMENTS,
		viewport: VIEWPORT,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		locale: 'en-US',
	});
	context.setDefaultTimeout(WAIT_LIMIT);
	await context.route(
		({ hostname }) => hostname !== '127.0.0.1',
		async (route) => await route.abort(),
	);
	const page = context.pages()[0] ?? (await context.newPage());
	return {
		page,
		async close() {
			await context.close();
			await rm(profile, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}
