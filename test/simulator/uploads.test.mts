import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { answerFault, uploadDraft } from './asker.mts';
import { call, type Draft } from './client.mts';
import { type Simulator, startSimulator } from './index.mts';
import { SAMPLE_IMAGE } from './sampleImage.mts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ quotaPerSecond: 0 });
});
afterAll(() => simulator.close());
beforeEach(() => simulator.reset());

/** An upload as the official SDK for Go writes it. */
function goUpload(url: string, { type, bytes }: { type: string; bytes: Buffer }): Draft {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const meta = JSON.stringify({ filename: 'coupon.png', sha256 });
	const boundary = randomBytes(30).toString('hex');
	const body = Buffer.concat([
		Buffer.from(
			`--${boundary}\r\nContent-Disposition: form-data; name="meta";\r\nContent-Type: application/json\r\n\r\n${meta}\r\n` +
				`--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="coupon.png"\r\nContent-Type: ${type}\r\n\r\n`,
		),
		bytes,
		Buffer.from(`\r\n--${boundary}--\r\n`),
	]);
	const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}` };
	return { method: 'POST', url, body, headers, signed: { body: meta } };
}

const PATHS = [
	['image.upload', '/v3/marketing/favor/media/image-upload', 'media_url'],
	[
		'image.uploadForProductCoupon',
		'/v3/marketing/partner/product-coupon/media/upload-image',
		'image_url',
	],
] as const;

describe.each(PATHS)('%s', (id, path, member) => {
	const send = async (image = SAMPLE_IMAGE, draft: Partial<Draft> = {}) =>
		await call(simulator, { ...uploadDraft(path, image), ...draft });

	test('gives the address of the image, as described', async () => {
		const { status, json } = await send();
		expect(status).toBe(200);
		expect(answerFault(id, json)).toBeUndefined();
		expect(json[member]).toMatch(/^https:/);
		expect((await send()).json).toEqual(json);
	});

	const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

	test.each([
		['meta with a semicolon behind its name', 'image/png', SAMPLE_IMAGE.bytes],
		['a file whose type is not said', 'application/octet-stream', SAMPLE_IMAGE.bytes],
		['image/jpg', 'image/jpg', JPEG],
		['image/jpeg', 'image/jpeg', JPEG],
	])('takes %s, as the official SDK for Go sends it', async (_, type, bytes) => {
		const { status, json } = await call(simulator, goUpload(path, { type, bytes }));
		expect([status, json[member]]).toEqual([200, expect.stringMatching(/^https:/)]);
	});

	test.each([
		['image/png', JPEG],
		['application/octet-stream', Buffer.from('GIF89a')],
		['text/plain', JPEG],
	])('refuses %s that is none', async (type, bytes) => {
		const { json } = await call(simulator, goUpload(path, { type, bytes }));
		expect(json['message']).toBe('未知图片类型');
	});

	test('refuses another signed text than the part meta', async () => {
		const whole = uploadDraft(path);
		const answer = await send(undefined, { signed: { body: String(whole.body) } });
		expect(answer).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } });
	});

	test.each<[string, { fileName?: string; bytes?: Buffer }, number, string]>([
		['an empty file', { bytes: Buffer.alloc(0) }, 400, '图片文件为空'],
		['another type', { bytes: Buffer.from('GIF89a') }, 403, '未知图片类型'],
		[
			'more than 2 MB',
			{ bytes: Buffer.concat([SAMPLE_IMAGE.bytes, Buffer.alloc(2 * 1024 * 1024)]) },
			400,
			'图片大小超过限制',
		],
		['another ending of the name', { fileName: 'a.gif' }, 400, '字符串必须匹配正则表达式'],
	])('refuses %s', async (_, changed, status, message) => {
		const answer = await send({ ...SAMPLE_IMAGE, ...changed });
		expect(answer.status).toBe(status);
		expect(answer.json['message']).toContain(message);
	});

	test('refuses a file that is not the one of its meta', async () => {
		const { body, ...draft } = uploadDraft(path);
		const changed = Buffer.from(body as Buffer);
		changed[changed.indexOf('IEND') + 5]! ^= 1;
		expect((await call(simulator, { ...draft, body: changed })).json).toMatchObject({
			code: 'REQUEST_BLOCKED',
			message: '图片meta信息不一致',
		});
	});

	test.each<[string, Partial<Draft>]>([
		['JSON', { body: '{}', headers: {}, signed: {} }],
		['a body that is no form', { body: 'x', signed: { body: '' } }],
		['nothing', { body: '', headers: {}, signed: {} }],
	])('refuses %s', async (_, draft) => {
		expect(await send(undefined, draft)).toMatchObject({
			status: 400,
			json: { code: 'PARAM_ERROR' },
		});
	});
});
