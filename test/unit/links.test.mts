import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { anchorOf } from '../../scripts/docs/anchor.mts';
import { projectFolder } from '../../scripts/project.mts';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage']);

function pagesIn(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (NOT_OURS.has(entry.name) || entry.name.startsWith('.')) return [];
		if (entry.isDirectory()) return pagesIn(path);
		return entry.name.endsWith('.md') ? [path] : [];
	});
}

/** Without what is shown as code. */
function proseOf(path: string): string {
	return readFileSync(path, 'utf8')
		.replace(/^```[\s\S]*?^```/gm, '')
		.replace(/`[^`\n]+`/g, (code) => code.replace(/[[\]()]/g, ' '));
}

/** Of headings with the same words, the second one gets -1. */
function anchorsOf(path: string): Set<string> {
	const anchors = new Set<string>();
	const counts = new Map<string, number>();
	for (const [, heading = ''] of proseOf(path).matchAll(/^#+ (.+)$/gm)) {
		const anchor = anchorOf(heading);
		const count = counts.get(anchor) ?? 0;
		anchors.add(count === 0 ? anchor : `${anchor}-${count}`);
		counts.set(anchor, count + 1);
	}
	return anchors;
}

const pages = pagesIn(projectFolder);
const links = pages.flatMap((page) =>
	[...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
		.map(([, target = '']) => target)
		.filter((target) => !/^[a-z]+:/.test(target))
		.map((target) => ({ page, target })),
);

test('there are pages with links', () => {
	expect(pages.map((page) => relative(projectFolder, page))).toContain('docs/operations.md');
	expect(links.length).toBeGreaterThan(200);
});

test('what a page links to is there, and so is the heading in it', () => {
	const broken = links.filter(({ page, target }) => {
		const [path = '', anchor] = decodeURIComponent(target).split('#');
		const file = path === '' ? page : join(dirname(page), path);
		return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).has(anchor));
	});
	expect(broken.map(({ page, target }) => `${relative(projectFolder, page)}: ${target}`)).toEqual(
		[],
	);
});

test('every file of examples/ is in their list', () => {
	const folder = join(projectFolder, 'examples');
	const list = readFileSync(join(folder, 'README.md'), 'utf8');
	const missing = readdirSync(folder).filter(
		(name) => name !== 'README.md' && !list.includes(`](${name})`),
	);
	expect(missing).toEqual([]);
});
