import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';
import ts from 'typescript';
import { WeChatPayMarketingApi } from '../../../credentials/WeChatPayMarketingApi.credentials.ts';
import { WeChatPayMarketing } from '../../../nodes/WeChatPayMarketing/WeChatPayMarketing.node.ts';
import { WeChatPayMarketingTrigger } from '../../../nodes/WeChatPayMarketing/WeChatPayMarketingTrigger.node.ts';
import { projectFolder } from '../../../scripts/project.mts';

/** Words of n8n's; Node.js is no node. */
const WORDS =
	/n8n|workflow|\bnodes?\b(?!\.js|:)|\bthe credential\b|\boptions\b|\bexecutions?\b|\btriggers?\b/i;

/** Labels of several words: what n8n shows to fill in. */
function labelsOf(properties: readonly INodeProperties[]): string[] {
	return properties.flatMap(({ displayName, options = [] }) => [
		displayName,
		...labelsOf(options.filter((option) => 'displayName' in option && 'type' in option)),
	]);
}
const LABELS = [
	new WeChatPayMarketingApi().properties,
	new WeChatPayMarketing().description.properties,
	new WeChatPayMarketingTrigger().description.properties,
]
	.flatMap(labelsOf)
	.filter((label) => label.includes(' '));

/** What a source file says in its texts and comments; the name of what it imports is neither. */
function saidIn(source: string): string[] {
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) return;
		if (
			ts.isStringLiteralLike(node) ||
			ts.isTemplateMiddleOrTemplateTail(node) ||
			ts.isTemplateHead(node)
		) {
			texts.push(node.text);
		}
		node.forEachChild(visit);
	};
	visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.ES2022));
	return [...texts, ...(source.match(/\/\*[^]*?\*\/|\/\/.*/g) ?? [])];
}

function foreignWordsIn(source: string): string[] {
	return saidIn(source).flatMap((said) => [
		...(WORDS.exec(said) ?? []),
		...LABELS.filter((label) => said.includes(label)),
	]);
}

test('words of n8n and labels of its fields are found in texts and comments', () => {
	expect(LABELS).toEqual(
		expect.arrayContaining([
			'Merchant Private Key',
			'API Base URL',
			'Requests Per Second',
			'Set Address',
		]),
	);
	const found = (source: string) => foreignWordsIn(source);
	expect(found("const a = 'Run the workflow again.';")).toEqual(['workflow']);
	expect(found('const a = `Lower ${limit} under Options.`;')).toEqual(['Options']);
	expect(found('const a = `${field} in the credential is empty`;')).toEqual(['the credential']);
	expect(found('/** as n8n has it */ f();')).toEqual(['n8n']);
	expect(found('f(); // each node')).toEqual(['node']);
	expect(found("throw new Error('Check API Base URL.');")).toEqual(['API Base URL']);
	const innocent =
		"import { sign } from 'node:crypto'; // by node:crypto, of Node.js\nconst options = sign;";
	expect(found(innocent)).toEqual([]);
});

const files = readdirSync(join(projectFolder, 'wechatpay'), {
	recursive: true,
	encoding: 'utf8',
}).filter((path) => path.endsWith('.ts'));

describe('the protocol does not speak of n8n', () => {
	test.each(files)('%s', (path) => {
		const source = readFileSync(join(projectFolder, 'wechatpay', path), 'utf8');
		expect(foreignWordsIn(source)).toEqual([]);
	});
});
