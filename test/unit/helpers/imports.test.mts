import { expect, test } from '@jest/globals';
import { againstTheArrow, circlesIn, importsOf, type Arrow } from './imports.mts';

const tree = (files: Record<string, string>) => importsOf(new Map(Object.entries(files)));

/** A tree of four rooms. */
const arrow: Arrow = { faces: ['pages'], pages: ['calls', 'words'], calls: ['crypto'] };

test('along the arrow, over rooms between, and in a room, everything may be imported', () => {
	const imports = tree({
		'faces/node.ts': "import { all } from '../pages';\nimport 'crypto';",
		'pages/index.ts': "import { one } from './deep/one';\nexport { word } from '../words/word';",
		'pages/deep/one.ts': "import type { Call } from '../../calls/call';",
		'calls/call.ts': '',
		'words/word.ts': '',
	});
	expect(againstTheArrow(imports, arrow)).toEqual([]);
	expect(circlesIn(imports)).toEqual([]);
});

test.each([
	['a value', "import { all } from '../pages/all';"],
	['a type', "import type { All } from '../pages/all';"],
	['one type of several', "import { type All } from '../pages/all';"],
	['a re-export', "export * from '../pages/all';"],
	['a type in its place', "export const all = (): import('../pages/all').All => 1;"],
	['an import while running', "export const all = import('../pages/all');"],
	['require', "export const all = require('../pages/all');"],
])('against the arrow: %s', (_, text) => {
	const imports = tree({ 'calls/call.ts': text, 'pages/all.ts': '' });
	expect(againstTheArrow(imports, arrow)).toEqual([
		'calls/call.ts imports ../pages/all: calls must not know of pages',
	]);
});

test('rooms beside each other do not know of each other', () => {
	const imports = tree({ 'words/word.ts': "import '../calls/call';", 'calls/call.ts': '' });
	expect(againstTheArrow(imports, arrow)).toEqual([
		'words/word.ts imports ../calls/call: words must not know of calls',
	]);
});

test('a package is for the rooms that may know of it', () => {
	const imports = tree({ 'words/word.ts': "import 'crypto';\nimport 'left-pad';" });
	expect(againstTheArrow(imports, arrow)).toEqual([
		'words/word.ts imports crypto: words must not know of crypto',
		'words/word.ts imports left-pad, which stands in no room',
	]);
});

test('a file beside the rooms stands in none, though its name begins like one', () => {
	const imports = tree({
		'calls.ts': "import 'crypto';",
		'callsToo/call.ts': "import 'crypto';",
	});
	expect(againstTheArrow(imports, arrow)).toEqual([
		'calls.ts stands in no room',
		'callsToo/call.ts stands in no room',
	]);
});

test('a circle, types included, is told once, by the imports that make it', () => {
	const imports = tree({
		'calls/one.ts': "import { two } from './two';",
		'calls/two.ts': "import type { Three } from './three';",
		'calls/three.ts': "export * from './one';\nimport './alone';",
		'calls/alone.ts': '',
		'pages/itself.ts': "import './itself';",
	});
	expect(circlesIn(imports)).toEqual([
		'calls/one.ts imports ./two, calls/two.ts imports ./three, calls/three.ts imports ./one',
		'pages/itself.ts imports ./itself',
	]);
});

test('two circles through one file are told both', () => {
	const imports = tree({
		'calls/one.ts': "import './hub';",
		'calls/two.ts': "import './hub';",
		'calls/hub.ts': "import './one';\nimport './two';",
	});
	expect(circlesIn(imports)).toEqual([
		'calls/hub.ts imports ./one, calls/one.ts imports ./hub',
		'calls/two.ts imports ./hub, calls/hub.ts imports ./two',
	]);
});

test('an import of what is not there is no import that was looked at', () => {
	expect(() => tree({ 'calls/call.ts': "import './gone';" })).toThrow(
		'calls/call.ts imports ./gone, which is not in the tree',
	);
});
