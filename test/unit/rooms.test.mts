import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { projectFolder } from '../../scripts/project.mts';
import { againstTheArrow, circlesIn, importsOf, type Arrow } from './helpers/imports.mts';

/** Where knowledge goes, and which rooms know of n8n and of Node's own modules. */
const ARROW: Arrow = {
	'index.ts': ['nodes', 'credentials'],
	nodes: ['marketing/trigger', 'marketing/editor', 'marketing/brand.ts'],
	'marketing/trigger': ['marketing/resources'],
	'marketing/editor': ['marketing/resources'],
	'marketing/brand.ts': ['marketing/resources'],
	'marketing/resources': ['marketing/operation'],
	'marketing/operation': ['marketing/items'],
	'marketing/items': ['marketing/parameters', 'marketing/transport'],
	'marketing/parameters': ['wechatpay', 'n8n-workflow'],
	'marketing/transport': ['marketing/account.ts', 'n8n-workflow'],
	'marketing/account.ts': ['marketing/words'],
	credentials: ['marketing/words', 'n8n-workflow'],
	'marketing/words': ['wechatpay'],
	wechatpay: ['node:crypto'],
};

function sourcesIn(folder: string): string[] {
	return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path}`)
		.filter((path) => path.endsWith('.ts'));
}

const sources = [
	'index.ts',
	...['nodes', 'marketing', 'credentials', 'wechatpay'].flatMap(sourcesIn),
];
const imports = importsOf(
	new Map(sources.map((path) => [path, readFileSync(join(projectFolder, path), 'utf8')])),
);

test('no file knows of a room above its own', () => {
	expect(imports.length).toBeGreaterThan(sources.length);
	expect(againstTheArrow(imports, ARROW)).toEqual([]);
});

test('no file imports one that imports it back', () => {
	expect(circlesIn(imports)).toEqual([]);
});

test('the test of a file can be guessed: it has its name, in the room of its name', () => {
	// Pages are tested over all pages, and words over all that is told.
	const files = sources.filter((path) => /^marketing\/(?!resources\/|words\/)/.test(path));
	const untested = files.filter((path) =>
		['unit/marketing', 'engine'].every((ring) => {
			const name = path.replace('marketing', `test/${ring}`).replace(/\.ts$/, '.test.mts');
			return !existsSync(join(projectFolder, name));
		}),
	);
	expect(files.length).toBeGreaterThan(0);
	expect(untested).toEqual([]);
});
