import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
	boundaryOf,
	metaOfBody,
	multipartBody,
	type Upload,
} from '../../../wechatpay/multipart.ts';
import { runs } from '../helpers/runs.mts';

const BOUNDARY = 'boundary7MA4YWxkTrZu0gW';
const IMAGE: Upload = {
	filename: '满一百减五 “券”.png',
	type: 'image/png',
	bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0xff]),
};
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What Node's own parser of forms finds. */
async function parsed(upload: Upload, boundary = BOUNDARY) {
	const { contentType, body } = multipartBody(upload, boundary);
	const headers = { 'Content-Type': contentType };
	const form = await new Response(new Uint8Array(body), { headers }).formData();
	const file = form.get('file') as File;
	const meta = form.get('meta');
	return {
		names: [...form.keys()],
		meta: typeof meta === 'string' ? meta : await (meta as File).text(),
		filename: file.name,
		type: file.type,
		bytes: Buffer.from(await file.arrayBuffer()),
	};
}

describe('an upload', () => {
	test('is written as documented', () => {
		const { contentType, body } = multipartBody(
			{ filename: 'a.png', type: 'image/png', bytes: Buffer.from('file') },
			BOUNDARY,
		);
		expect(contentType).toBe(`multipart/form-data; boundary=${BOUNDARY}`);
		expect(body.toString()).toBe(
			[
				`--${BOUNDARY}`,
				'Content-Disposition: form-data; name="meta"',
				'Content-Type: application/json',
				'',
				`{"filename":"a.png","sha256":"${sha256(Buffer.from('file'))}"}`,
				`--${BOUNDARY}`,
				'Content-Disposition: form-data; name="file"; filename="a.png"',
				'Content-Type: image/png',
				'',
				'file',
				`--${BOUNDARY}--`,
				'',
			].join('\r\n'),
		);
	});

	test('is read by others, with a Chinese name', async () => {
		const { meta, ...file } = await parsed(IMAGE);
		expect(JSON.parse(meta)).toEqual({ filename: IMAGE.filename, sha256: sha256(IMAGE.bytes) });
		expect(file).toEqual({ ...IMAGE, names: ['meta', 'file'] });
	});

	test('whatever the name and the bytes', async () => {
		const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(names, fc.uint8Array({ maxLength: 300 }), async (filename, bytes) => {
				const upload = { filename, type: 'image/png', bytes: Buffer.from(bytes) };
				const found = await parsed(upload);
				expect(found.names).toEqual(['meta', 'file']);
				expect(JSON.parse(found.meta)).toMatchObject({ filename });
				expect(found.bytes).toEqual(upload.bytes);
			}),
			{ numRuns: runs(200) },
		);
	});

	test('a name cannot end its own quotes or line', () => {
		const { body } = multipartBody({ ...IMAGE, filename: 'a"\r\nb: c.png' }, BOUNDARY);
		expect(body.toString()).toContain('filename="a%22%0D%0Ab: c.png"');
	});
});

describe('the part that is signed', () => {
	test('is found, byte for byte', async () => {
		const { contentType, body } = multipartBody(IMAGE, BOUNDARY);
		const meta = metaOfBody(body, boundaryOf(contentType));
		expect(meta?.toString()).toBe((await parsed(IMAGE)).meta);
	});

	test.each<[string, string, string | undefined]>([
		[
			'blanks and line ends in it',
			'--b\r\nContent-Disposition: form-data; name="meta"\r\n\r\n{ "a":\n 1 }\r\n\r\n--b--',
			'{ "a":\n 1 }\r\n',
		],
		[
			'a name without quotes',
			'--b\r\ncontent-disposition: form-data; name=meta\r\n\r\nx\r\n--b--',
			'x',
		],
		[
			'other headers first',
			'--b\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name="meta"\r\n\r\nx\r\n--b--',
			'x',
		],
		[
			'text before the first part',
			'hello\r\n--b\r\nContent-Disposition: form-data; name="meta"\r\n\r\nx\r\n--b--',
			'x',
		],
		[
			'another name',
			'--b\r\nContent-Disposition: form-data; name="metadata"\r\n\r\nx\r\n--b--',
			undefined,
		],
		[
			'a file of that name',
			'--b\r\nContent-Disposition: form-data; name="file"; filename="meta"\r\n\r\nx\r\n--b--',
			undefined,
		],
		[
			'its name in the content',
			'--b\r\nContent-Type: a\r\n\r\nContent-Disposition: form-data; name="meta"\r\n\r\nx\r\n--b--',
			undefined,
		],
		['no end', '--b\r\nContent-Disposition: form-data; name="meta"\r\n\r\nx', undefined],
		['no headers', '--b\r\nx\r\n--b--', undefined],
		['nothing', '', undefined],
	])('%s', (_, body, meta) => {
		expect(metaOfBody(Buffer.from(body), 'b')?.toString()).toBe(meta);
	});

	test('is not looked for without a boundary', () => {
		const { body } = multipartBody(IMAGE, 'undefined');
		expect(metaOfBody(body, 'undefined')).toBeDefined();
		expect(metaOfBody(body, undefined)).toBeUndefined();
	});

	test.each<[string, string | undefined]>([
		['multipart/form-data; boundary=abc', 'abc'],
		['multipart/form-data;boundary="a b:c"', 'a b:c'],
		['Multipart/Form-Data; charset=utf-8; Boundary=abc; x=y', 'abc'],
		['multipart/form-data', undefined],
		['multipart/mixed; boundary=abc', undefined],
		['application/json; boundary=abc', undefined],
		['', undefined],
	])('the boundary of %j', (contentType, boundary) => {
		expect(boundaryOf(contentType)).toBe(boundary);
	});
});
