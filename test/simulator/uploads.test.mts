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
