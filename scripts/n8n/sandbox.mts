import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { run } from '../command.mts';
import { npm } from '../npm.mts';
import type { Progress } from '../progress.mts';
import {
	GENERATIONS,
	readGeneration,
	type Generation,
	type GenerationName,
} from './generation.mts';
import { ensureNode, type NodeRuntime } from './nodeRuntime.mts';

/** An n8n that is installed and can be run. */
export interface Sandbox {
	version: string;
	/** The Node executable that runs it. */
	node: string;
	/** n8n's command-line script. */
	cli: string;
}

const MINUTE = 60_000;

/** Makes sure that an n8n of this generation is installed: once per manifest, by one process at a time. */
export async function ensureSandbox(
	progress: Progress,
	name: GenerationName = GENERATIONS[0],
): Promise<Sandbox> {
	const generation = readGeneration(name);
	const { folder, version, nodeMajor } = generation;
	await mkdir(folder, { recursive: true });
	const release = await holdAlone(folder, progress);
	try {
		const runtime = await ensureNode(nodeMajor, join(folder, 'runtime'), progress);
		// Written last: without it an installation was interrupted.
		const finished = join(folder, 'installed');
		if (!existsSync(finished)) {
			await install(generation, runtime, progress);
			await writeFile(finished, `${new Date().toISOString()}\n`);
		}
		return {
			version,
			node: runtime.executable,
			cli: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		};
	} finally {
		await release();
	}
}

/** Keeps other processes out of a folder; returns how to let them in again. */
async function holdAlone(folder: string, progress: Progress): Promise<() => Promise<void>> {
	const stale = MINUTE / 2;
	try {
		return await lock(folder, { stale });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
		progress.say('Waiting for another process that is installing n8n …');
		const eachSecond = { retries: 20 * 60, factor: 1, minTimeout: 1000, maxTimeout: 1000 };
		return await lock(folder, { stale, retries: eachSecond });
	}
}

async function install(
	{ version, manifest, folder }: Generation,
	runtime: NodeRuntime,
	progress: Progress,
): Promise<void> {
	for (const file of ['package.json', 'package-lock.json']) {
		await copyFile(join(manifest, file), join(folder, file));
	}
	progress.say(`n8n ${version} is kept in ${folder} (up to 2.5 GB); this happens once.`);
	await progress.step(`Installing n8n ${version} (usually 2 to 4 minutes)`, async () => {
		// n8n's own peer dependencies cannot all be satisfied, and only one install script is needed.
		const args = ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
		await npm([...args, '--loglevel', 'error'], { cwd: folder });
	});
	await progress.step("Installing n8n's database driver (up to 2 minutes)", async () => {
		await installDatabaseDriver(folder, runtime);
	});
	await run(runtime.executable, ['-e', "require('sqlite3'); require('isolated-vm')"], {
		cwd: folder,
	});
}

/** Downloads sqlite3's prebuilt binary or, where that cannot be had, compiles it for n8n's Node. */
async function installDatabaseDriver(folder: string, runtime: NodeRuntime): Promise<void> {
	const env = {
		...process.env,
		PATH: `${dirname(runtime.executable)}${delimiter}${process.env.PATH ?? ''}`,
		...(runtime.headers ? { npm_config_nodedir: runtime.headers } : {}),
	};
	try {
		await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: folder, env });
	} catch (cause) {
		throw new Error(
			'sqlite3, the database driver of n8n, could be neither downloaded nor compiled. Compiling it needs ' +
				'Python 3, make and a C++ compiler (Debian and Ubuntu: apt-get install python3 make g++; ' +
				'macOS: xcode-select --install; Windows: the Visual Studio Build Tools).',
			{ cause },
		);
	}
}
