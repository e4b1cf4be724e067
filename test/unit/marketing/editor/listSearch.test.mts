import { describe, expect, test } from '@jest/globals';
import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { merchantAccount } from '../../../../marketing/account.ts';
import {
	Editor,
	listSearches,
	searchList,
	withText,
	type Search,
} from '../../../../marketing/editor/listSearch.ts';
import type { ListOperation } from '../../../../marketing/operation/list.ts';
import type { Page } from '../../../../marketing/operation/lists/entries.ts';
import { InputError } from '../../../../marketing/parameters/inputError.ts';
import { id } from '../../../../marketing/parameters/kinds.ts';
import { brandId } from '../../../../marketing/parameters/common.ts';
import { Shared } from '../../../../marketing/transport/shared.ts';
import { MCHID, PUBLIC_KEY_ID, SERIAL_NO } from '../../helpers/credential.mts';
import { privatePem, publicPem, rsaKeyPair } from '../../helpers/keys.mts';
import { VirtualTime } from '../../helpers/virtualTime.mts';

const cupId = id('cup_id');
const shared = new Shared(new VirtualTime());

const values = {
	mchid: MCHID,
	serialNo: SERIAL_NO,
	privateKey: privatePem(rsaKeyPair().privateKey),
	publicKeyId: PUBLIC_KEY_ID,
	publicKey: publicPem(rsaKeyPair().publicKey),
};

/** @param raw what fields hold before their expressions are worked out */
const context = (fields: IDataObject, raw: IDataObject = {}) =>
	({
		getNodeParameter: (name: string, fallback: unknown) => fields[name] ?? fallback,
		getTimezone: () => 'Asia/Shanghai',
		getNode: () => ({ name: 'Node', type: 'node', typeVersion: 1, parameters: raw }),
		getCredentials: async () => ({ ...values, defaultBrandId: '120344' }),
	}) as unknown as ILoadOptionsFunctions;

const editorWith = (fields: IDataObject) => new Editor(context(fields), merchantAccount, shared);

describe('a field of the node', () => {
	test('is read by its own rules', async () => {
		expect(await editorWith({ cupId: ' 42\n' }).read(cupId)).toBe('42');
		await expect(editorWith({ cupId: '#N/A' }).read(cupId)).rejects.toThrow('Cup ID is “#N/A”');
	});

	test.each([undefined, null, '', ' \n'])(
		'that holds %j is to be filled in first',
		async (given) => {
			const read = editorWith({ cupId: given as never }).read(cupId);
			await expect(read).rejects.toThrow('Cup ID is empty');
		},
	);
});

describe('a brand', () => {
	const read = async (raw: IDataObject) =>
		await new Editor(context({ brandId: '' }, raw), merchantAccount, shared).read(brandId);

	test("is the credential's where the field is empty", async () => {
		expect(await read({ brandId: '' })).toBe('120344');
	});

	test('is not known where an expression of the run names it', async () => {
		await expect(read({ brandId: '={{ $json.brand }}' })).rejects.toMatchObject({
			message: 'Brand ID is empty',
			remedy: 'Fill it in first.',
		});
	});
});

describe('a list', () => {
	/** Searches a list of these pages, and says how many of them were read. */
	async function searched(pages: readonly string[][], filter = '', token?: string) {
		let read = 0;
		const editor = {
			async *pages(_: unknown, values: unknown, from?: string): AsyncGenerator<Page> {
				expect(values).toEqual({ of: 'shelf' });
				for (let at = Number(from ?? 0); at < pages.length; at++) {
					read++;
					const next = at + 1 < pages.length ? String(at + 1) : undefined;
					yield { entries: pages[at]!.map((name) => ({ name })), next };
				}
			},
		} as unknown as Editor;
		const search = searchList({} as ListOperation, {
			valuesOf: async () => ({ of: 'shelf' }),
			toItem: ({ name }) => ({ name: `A ${String(name)}`, value: String(name) }),
			fits: ({ name }) => name !== 'broken',
		});
		const { results, paginationToken } = await search(editor, filter, token);
		return { values: results.map(({ value }) => value), paginationToken, read };
	}

	test('comes page by page', async () => {
		const pages = [['cup', 'mug'], ['jar']];
		expect(await searched(pages)).toEqual({
			values: ['cup', 'mug'],
			paginationToken: '1',
			read: 1,
		});
		expect(await searched(pages, '', '1')).toEqual({
			values: ['jar'],
			paginationToken: undefined,
			read: 1,
		});
	});

	test('goes on to a page with something to show, for the editor ends with an empty one', async () => {
		expect(await searched([['broken'], [], ['cup'], ['mug']])).toEqual({
			values: ['cup'],
			paginationToken: '3',
			read: 3,
		});
		expect(await searched([['broken'], []])).toMatchObject({ values: [], read: 2 });
	});

	test('is read to its end for a text', async () => {
		expect(await searched([['cup'], ['mug', 'broken cup', 'broken'], ['CUP']], 'cup')).toEqual({
			values: ['cup', 'broken cup', 'CUP'],
			paginationToken: undefined,
			read: 3,
		});
	});
});

test('a text is found in names, in whatever case', () => {
	const items = ['Cup', 'teacup', 'mug'].map((name) => ({ name, value: name }));
	expect(withText(items, 'CUP').map(({ name }) => name)).toEqual(['Cup', 'teacup']);
	expect(withText(items, '')).toEqual(items);
});

describe('what the editor asks for by name', () => {
	const { cups } = listSearches(merchantAccount, shared, {
		cups: (async (editor, filter, token) => {
			if (filter === 'odd') throw new InputError('Cup ID', 'is empty', 'Fill it in first.');
			return {
				results: [{ name: `${await editor.read(cupId)} ${filter}.`, value: String(token) }],
			};
		}) satisfies Search,
	});

	test('gets the fields, the text and the token', async () => {
		const found = await cups!.call(context({ cupId: '42' }), 'text', 'next');
		expect(found).toEqual({ results: [{ name: '42 text.', value: 'next' }] });
		const first = await cups!.call(context({ cupId: '42' }));
		expect(first).toEqual({ results: [{ name: '42 .', value: 'undefined' }] });
	});

	test('says what to do where it cannot', async () => {
		await expect(cups!.call(context({}), 'odd')).rejects.toMatchObject({
			name: 'NodeOperationError',
			message: 'Cup ID is empty',
			description: 'Fill it in first.',
		});
	});
});
