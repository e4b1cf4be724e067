import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packageName } from '../project.mts';

/** The generations that the package is run in, newest first; each has a folder of that name beside this file. */
export const GENERATIONS = ['2.x', '1.x'] as const;

export type GenerationName = (typeof GENERATIONS)[number];

/** One n8n to run: its pinned manifest and the folder that it is installed in. */
export interface Generation {
	version: string;
	/** Major version of the Node that it runs on. */
	nodeMajor: string;
	/** The folder with the committed package.json and package-lock.json. */
	manifest: string;
	/** Outside the clone, so that clones share it. */
	folder: string;
}

interface Manifest {
	config: { node: string };
	dependencies: { n8n: string };
}

/** Reads a generation's manifest. */
export function readGeneration(name: GenerationName): Generation {
	const manifest = join(import.meta.dirname, name);
	const wanted = readFileSync(join(manifest, 'package.json'), 'utf8');
	const locked = readFileSync(join(manifest, 'package-lock.json'), 'utf8');
	const { config, dependencies } = JSON.parse(wanted) as Manifest;
	const hash = createHash('sha256').update(wanted).update(locked).digest('hex').slice(0, 10);
	return {
		version: dependencies.n8n,
		nodeMajor: config.node,
		manifest,
		folder: join(cacheFolder(), `n8n-${dependencies.n8n}-${hash}`),
	};
}

function cacheFolder(): string {
	const { N8N_SANDBOX_DIR, XDG_CACHE_HOME } = process.env;
	return N8N_SANDBOX_DIR ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), packageName);
}
