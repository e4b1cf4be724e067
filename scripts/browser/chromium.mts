import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../command.mts';
import type { Progress } from '../progress.mts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const MACOS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser, and a font with the Chinese that coupons and stores are named in. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, else one on PATH, else Debian's package, which root
 * installs.
 */
export async function ensureChromium(progress: Progress): Promise<string> {
	const { CHROMIUM_PATH } = process.env;
	if (CHROMIUM_PATH) {
		if (existsSync(CHROMIUM_PATH)) return CHROMIUM_PATH;
		throw new Error(`CHROMIUM_PATH names ${CHROMIUM_PATH}, which is not there.`);
	}
	const installed = find();
	if (installed) return installed;
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		await progress.step('Installing Chromium (about a minute)', installPackages);
	}
	const found = find();
	if (found) return found;
	throw new Error(
		'No Chromium was found. Install one (Debian and Ubuntu: apt-get install chromium fonts-noto-cjk; ' +
			'macOS: brew install --cask chromium), or name the one you have in CHROMIUM_PATH.',
	);
}

function find(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...onPath, ...MACOS].find((path) => existsSync(path));
}

async function installPackages(): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update'], { env });
	await run('apt-get', ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES], { env });
}
