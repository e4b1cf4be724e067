import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';
import { partsOf } from '../../simulator/files/multipart.mts';
import { type NotifyUrlKind } from '../../simulator/shop.mts';
import { BRANDS } from '../../simulator/shop.mts';
import { SAMPLE_IMAGE } from '../../simulator/sampleImage.mts';
import { run, type Outcome, type Run } from '../helpers/engine.mts';
import { type RowFile } from '../helpers/rowsNode.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const LARGEST = 2 * 1024 * 1024;
const PNG = SAMPLE_IMAGE.bytes;
const JPEG = Buffer.from('ffd8ffe000104a464946000101', 'hex');
const BMP = Buffer.alloc(58);
BMP.write('BM');
BMP.writeUInt32LE(40, 14);

const fileOf = (bytes: Buffer, fileName?: string, field = 'data'): RowFile => ({
	field,
	fileName,
	data: bytes.toString('base64'),
});

/** An image of so many bytes. */
const padded = (bytes: Buffer, length: number) =>
	Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 7)]);

const UPLOADS: INodeParameters[] = ['upload', 'uploadForProductCoupon'].map((operation) => ({
	resource: 'image',
	operation,
	options: { maxRetries: 0, requestsPerSecond: 0 },
}));

const go = async (parameters: INodeParameters, more: Partial<Run>): Promise<Outcome> =>
	await run({ credential: simulator().credential, parameters, ...more });

const sent = async () => {
	const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = simulator().requests;
	return await partsOf(headers, body);
};

describe.each(UPLOADS)('$operation', (parameters) => {
	test.each<[string, Buffer, string | undefined, string, string]>([
		['PNG with a Chinese name', PNG, SAMPLE_IMAGE.fileName, SAMPLE_IMAGE.fileName, 'image/png'],
		['JPEG', JPEG, 'photo.jpg', 'photo.jpg', 'image/jpeg'],
		['JPEG under the name of a PNG', JPEG, 'photo.png', 'photo.jpg', 'image/jpeg'],
		['bitmap', BMP, '图.bmp', '图.bmp', 'image/bmp'],
		['PNG without a name', PNG, undefined, 'image.png', 'image/png'],
		['PNG of just 2 MB', padded(PNG, LARGEST), 'a.png', 'a.png', 'image/png'],
	])('%s', async (_, bytes, fileName, filename, type) => {
		const { items, error } = await go(parameters, { files: [[fileOf(bytes, fileName)]] });
		expect(error?.message).toBeUndefined();
		expect(items.map(({ json }) => Object.values(json))).toEqual([
			[expect.stringMatching(/^https:\/\/wxpaylogo\.qpic\.cn\//)],
		]);
		expect(simulator().requests.map(({ signature, status }) => [signature, status])).toEqual([
			['valid', 200],
		]);
		const { meta = '', file, names } = await sent();
		expect(names).toEqual(['meta', 'file']);
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		expect(JSON.parse(meta)).toEqual({ filename, sha256 });
		expect(file).toMatchObject({ name: filename, type });
		expect(file?.bytes.equals(bytes)).toBe(true);
	});

	test('from the field that is named, of each item', async () => {
		const rows = [{ field: 'front' }, { field: 'back' }];
		const files = [
			[fileOf(PNG, 'a.png', 'front'), fileOf(JPEG, 'b.jpg', 'back')],
			[fileOf(PNG, 'c.png', 'front'), fileOf(JPEG, 'd.jpg', 'back')],
		];
		const named = { ...parameters, binaryPropertyName: '={{ $json.field }}' };
		const { items } = await go(named, { rows, files });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const names = await Promise.all(
			simulator().requests.map(
				async ({ headers, body }) => (await partsOf(headers, body)).file?.name,
			),
		);
		expect(names.sort()).toEqual(['a.png', 'd.jpg']);
	});

	test.each<[string, RowFile[], string, string]>([
		[
			'a GIF under the name of a PNG',
			[fileOf(Buffer.from('GIF89a……'), 'coupon.png')],
			'Input Binary Field is “data”, and “coupon.png” is not a JPG, PNG or BMP by its content',
			'Give such an image; its name and its type do not count.',
		],
		[
			'2 MB and a byte',
			[fileOf(padded(PNG, LARGEST + 1), 'large.png')],
			'Input Binary Field is “data”, a file of 2.01 MB',
			'WeChat Pay takes images of 2 MB at most: make it smaller.',
		],
		[
			'an empty file',
			[fileOf(Buffer.alloc(0), 'empty.png')],
			'Input Binary Field is “data”, an empty file',
			'Give a file with an image in it.',
		],
		[
			'a missing binary field',
			[fileOf(PNG, 'a.png', 'image')],
			'Input Binary Field is “data”, and the item has no file under this name',
			'Give the name of a binary field of the item, as the node before shows it, or leave out the row.',
		],
		[
			'no binary field at all',
			[],
			'Input Binary Field is “data”, and the item has no file under this name',
			'Give the name of a binary field of the item, as the node before shows it, or leave out the row.',
		],
	])('%s: told by name, without a call', async (_, files, message, description) => {
		const { items, error } = await go(parameters, { files: [files] });
		expect(items).toEqual([]);
		expect(error?.message).toBe(`${message} [item 0]`);
		expect(error?.description).toBe(`${description} Nothing was sent, so nothing was changed.`);
		expect(simulator().requests).toEqual([]);
	});

	test('one bad file is the failure of its row only', async () => {
		const rows = [{}, {}];
		const files = [[fileOf(Buffer.from('text'), 'a.png')], [fileOf(PNG, 'b.png')]];
		const { items } = await go(parameters, { rows, files, onError: 'continueRegularOutput' });
		expect(items[0]?.json.details).toMatchObject({ file: 'data', outcome: 'notSent' });
		expect(items[1]?.json).not.toHaveProperty('error');
	});

	test('is sent again when the answer was lost, signed anew', async () => {
		simulator().misbehave({ kind: 'resetAfterWork' });
		const again = { ...parameters, options: { maxRetries: 1, requestsPerSecond: 0 } };
		const { items } = await go(again, { files: [[fileOf(PNG)]] });
		expect(items).toHaveLength(1);
		const { requests } = simulator();
		expect(requests.map(({ signature }) => signature)).toEqual(['valid', 'valid']);
	});

	test('what WeChat Pay refuses is told in its words', async () => {
		simulator().misbehave({
			kind: 'status',
			status: 403,
			code: 'REQUEST_BLOCKED',
			message: '图片meta信息不一致',
		});
		const { error } = await go(parameters, { files: [[fileOf(PNG)]] });
		expect(error?.message).toContain('图片meta信息不一致');
	});
});

describe('an image that WeChat Pay makes', () => {
	test('is asked for, notified, and read by the same number', async () => {
		const options = { maxRetries: 0 };
		const asked = await go(
			{
				resource: 'image',
				operation: 'generate',
				brandId: BRANDS.coffee,
				imageGenerationType: 'CUT_OUT',
				fields: {
					mappingMode: 'defineBelow',
					value: { 'cut_out.image_url': 'https://a.cn/b.png' },
				},
				options,
			},
			{},
		);
		expect(asked.error?.message).toBeUndefined();
		const { task_id } = asked.items[0]?.json ?? {};
		expect(task_id).toMatch(/^[\w-]{6,}$/);
		expect(asked.items[0]?.json).toEqual({ brand_id: BRANDS.coffee, task_id });
		const { items } = await go(
			{
				resource: 'image',
				operation: 'getGenerated',
				brandId: BRANDS.coffee,
				imageGenerationType: 'CUT_OUT',
				taskId: task_id as string,
				options,
			},
			{},
		);
		expect(items[0]?.json).toMatchObject({ task_id, task_state: 'SUCCESS' });
	});

	test('is told to the address of product coupons', async () => {
		const address: NotifyUrlKind = 'productCoupons';
		simulator().shop.setNotifyUrl(address, `${simulator().url}/elsewhere`);
		await go(
			{
				resource: 'image',
				operation: 'generate',
				brandId: BRANDS.coffee,
				define: 'json',
				json: '{"image_generation_type": "CUT_OUT", "cut_out": {"image_url": "https://a.cn/b.png"}}',
				options: { requestNumber: 'task_0001' },
			},
			{},
		);
		const told = () => simulator().requests.filter(({ path }) => path === '/elsewhere');
		for (let waited = 0; told().length === 0 && waited < 100; waited++) {
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		const body = JSON.parse(told()[0]?.body.toString() ?? '{}') as { event_type?: string };
		expect(body.event_type).toBe('PRODUCT_COUPON_SP.IMAGE_GENERATION');
	});
});
