import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { IExecuteFunctions } from 'n8n-workflow';
import { Files } from '../../../../marketing/items/files.ts';
import { CallError } from '../../../../marketing/transport/callError.ts';

const image = { fileName: 'a.png', mimeType: 'image/png', data: '' };

const filesWith = (helpers: Partial<IExecuteFunctions['helpers']>) =>
	new Files({ helpers } as unknown as IExecuteFunctions);

test('a file of an item is found and read by its name', async () => {
	const files = filesWith({
		assertBinaryData: (item, name) => {
			if (item === 3 && name === 'data') return image;
			throw new Error('There is none');
		},
		getBinaryDataBuffer: async (item, name) => Buffer.from(`${item} ${String(name)}`),
	});
	expect(files.find(3, 'data')).toBe(image);
	expect(files.find(3, 'picture')).toBeUndefined();
	expect(files.find(0, 'data')).toBeUndefined();
	expect(String(await files.read(3, 'data'))).toBe('3 data');
});

test('a file that comes in is kept by n8n', async () => {
	const kept: unknown[] = [];
	const files = filesWith({
		prepareBinaryData: async (...all) => {
			kept.push(...all);
			return image;
		},
	});
	const body = Readable.from(['a']) as never;
	expect(await files.keep(body, 'a.csv', 'text/csv')).toBe(image);
	expect(kept).toEqual([body, 'a.csv', 'text/csv']);
});

test("what n8n's storage cannot keep is told in its words, as nothing of the network", async () => {
	const files = filesWith({
		prepareBinaryData: async () => {
			throw new Error('ENOSPC: no space left on device.');
		},
	});
	const keeping = files.keep(Readable.from(['a']) as never, 'a.csv', 'text/csv');
	await expect(keeping).rejects.toBeInstanceOf(CallError);
	await expect(keeping).rejects.toMatchObject({
		code: 'NOT_STORED',
		message: expect.stringMatching(
			/^n8n could not store the file: ENOSPC: no space left on device(?!\.\.)/,
		),
		remedy: expect.stringContaining('Make room'),
	});
});
