import { expect, test } from '@jest/globals';
import { clearObject, clearValue } from '../../../../marketing/parameters/clearJson.ts';

const body = { name: 'a # b // c', count: 1 };
const json = JSON.stringify(body);

test.each<[string, unknown]>([
	['an object', body],
	['JSON text', json],
	['comments', '{\n# 必填,名称\n"name": "a # b // c", # "x"\n"count": 1 // 可选\n}'],
	['a comma behind the last member', '{"name":"a # b // c","count":1,}'],
	['one before a comment', '{\n"name": "a # b // c",\n"count": 1, # 可选\n}'],
	['a list of one', [body]],
	['text of a list of one', `[${json}]`],
	['a fence', `\`\`\`json\n${json}\n\`\`\``],
	['a fence without a language', `\n\`\`\`\n${json}\n\`\`\`\n`],
	['text twice', JSON.stringify(json)],
	['the member body', { body }],
	['the member body as text', JSON.stringify({ body: json })],
])('%s is read', (_, given) => {
	expect(clearObject(given)).toEqual(body);
});

test.each([['{"a": 1'], [`[${json},${json}]`], ['text'], [7], [null], [undefined], ['{"a":1,,}']])(
	'%j is none',
	(given) => {
		expect(clearObject(given)).toBeUndefined();
	},
);

test('texts keep what looks like a comment or a last comma', () => {
	const given = '[{"a": "x, }", "b": "\\",]"}, // note\n]';
	expect(clearValue(given)).toEqual([{ a: 'x, }', b: '",]' }]);
});
