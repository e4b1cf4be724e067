import { describe, expect, test } from '@jest/globals';
import type { IBinaryData } from 'n8n-workflow';
import type { Files } from '../../../../marketing/items/files.ts';
import { post } from '../../../../marketing/operation/page.ts';
import { upload } from '../../../../marketing/operation/upload.ts';
import { SAMPLE_IMAGE } from '../../../simulator/sampleImage.mts';
import { answering } from '../../helpers/answering.mts';
import { executionOf } from '../../helpers/batches.mts';

const uploadImage = upload({
	name: 'Upload',
	action: 'Upload picture',
	description: 'Uploads a picture',
	endpoint: post('/v3/pictures', {}),
});

interface File {
	fileName?: string;
	/** what n8n says of its size */
	bytes?: number;
	content: Buffer;
}

/** Uploads the file of an item; in the files of the item it is `data`. */
async function uploaded(file: File | undefined, name = 'data') {
	const server = answering(() => ({ media_url: 'https://wxpaylogo.qpic.cn/1' }));
	let read = 0;
	const files = {
		find: (_: number, of: string) =>
			of === 'data' ? (file as IBinaryData | undefined) : undefined,
		async read() {
			read++;
			return file?.content;
		},
	} as unknown as Files;
	const execution = executionOf(uploadImage, [{ binaryPropertyName: name }], server);
	const inputs = execution.inputs.map((fields) =>
		Object.create(fields, { files: { value: files } }),
	);
	const [row] = await uploadImage.run({ ...execution, inputs });
	return { row, read, bodies: server.bodies };
}

test('an image goes out with its hash, in a name that fits its content', async () => {
	const { row, bodies } = await uploaded({ fileName: 'cup.txt', content: SAMPLE_IMAGE.bytes });
	expect(row).toEqual({ item: 0, json: { media_url: 'https://wxpaylogo.qpic.cn/1' } });
	const [body] = bodies as Array<{ contentType: string; bytes: Buffer }>;
	expect(body?.contentType).toMatch(/^multipart\/form-data; ?boundary=/);
	expect(body?.bytes.includes(SAMPLE_IMAGE.bytes)).toBe(true);
	expect(String(body?.bytes)).toMatch(/"filename":"cup[^"]*\.png","sha256":"[0-9a-f]{64}"/);
});

describe('is refused before any call:', () => {
	const large = 2 * 1024 ** 2 + 1;

	test.each<[string, File | undefined, string]>([
		['an item without the file', undefined, 'and the item has no file under this name'],
		['an empty file', { content: Buffer.alloc(0) }, 'an empty file'],
		[
			'a file that is no image',
			{ fileName: 'a.png', content: Buffer.from('text') },
			'and “a.png” is not a JPG, PNG or BMP by its content',
		],
		['a file that is too large', { content: Buffer.alloc(large) }, 'a file of 2.01 MB'],
	])('%s', async (_, file, complaint) => {
		const { row, bodies } = await uploaded(file);
		expect(row).toMatchObject({
			failure: {
				error: { message: `Input Binary Field is “data”, ${complaint}` },
				which: { file: 'data' },
			},
		});
		expect(bodies).toEqual([]);
	});

	test('a large file, before it is read into memory, where n8n knows its size', async () => {
		const { row, read } = await uploaded({ bytes: 3 * 1024 ** 2, content: Buffer.alloc(large) });
		expect(row).toMatchObject({
			failure: { error: { message: expect.stringContaining('a file of 3.00 MB') } },
		});
		expect(read).toBe(0);
	});
});
