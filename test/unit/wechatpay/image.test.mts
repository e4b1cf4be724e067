import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { imageOf } from '../../../wechatpay/image.ts';
import { SAMPLE_IMAGE } from '../../simulator/sampleImage.mts';
import { runs } from '../helpers/runs.mts';

const PNG = SAMPLE_IMAGE.bytes;
const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

/** A bitmap as it begins: its size, where its dots begin, how long its second header is. */
function bitmap(header: number): Buffer {
	const bytes = Buffer.alloc(58);
	bytes.write('BM');
	bytes.writeUInt32LE(58, 2);
	bytes.writeUInt32LE(54, 10);
	bytes.writeUInt32LE(header, 14);
	return bytes;
}

describe('is known by its content', () => {
	test.each([
		['a PNG', PNG, 'image/png', 'a.png'],
		['a JPEG', JPEG, 'image/jpeg', 'a.jpg'],
		['a bitmap of Windows', bitmap(40), 'image/bmp', 'a.bmp'],
		['a bitmap of OS/2', bitmap(12), 'image/bmp', 'a.bmp'],
		['the shortest beginning of a bitmap', bitmap(40).subarray(0, 18), 'image/bmp', 'a.bmp'],
	])('%s', (_, bytes, type, filename) => {
		expect(imageOf(bytes, 'a')).toEqual({ filename, type });
	});

	test.each([
		['a GIF', Buffer.from('GIF89a')],
		['a WebP', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
		['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
		['half of the beginning of a PNG', PNG.subarray(0, 7)],
		['text that begins as a bitmap does', Buffer.from('BMW: a car of some kind')],
		['a bitmap that ends too soon', bitmap(40).subarray(0, 17)],
		['nothing', Buffer.alloc(0)],
	])('not %s, even under the name of a PNG', (_, bytes) => {
		expect(imageOf(bytes, 'a.png')).toBeUndefined();
	});
});

describe('its name', () => {
	test.each([
		['满一百减五 “券”.png', '满一百减五 “券”.png'],
		['photo.PNG', 'photo.png'],
		['photo.jpeg', 'photo.png'],
		['photo.jpg', 'photo.png'],
		['photo.gif', 'photo.gif.png'],
		['a.png.old', 'a.png.old.png'],
		[' .png', 'image.png'],
		['', 'image.png'],
		['.png', 'image.png'],
		['a\r\nb😀.png', 'a__b_.png'],
		['x'.repeat(200), `${'x'.repeat(146)}.png`],
	])('%j becomes %j', (name, filename) => {
		expect(imageOf(PNG, name)?.filename).toBe(filename);
	});

	test('is always one that WeChat Pay takes', () => {
		const names = fc.string({ unit: 'binary', maxLength: 300 });
		fc.assert(
			fc.property(names, (name) => {
				const { filename = '' } = imageOf(JPEG, name) ?? {};
				expect(filename).toMatch(/^[^\p{Cc}]+\.jpg$/u);
				expect([...filename].length).toBeLessThanOrEqual(150);
				expect(filename.isWellFormed()).toBe(true);
				// At most three bytes of UTF-8 for each character.
				expect(filename).not.toMatch(/[\u{10000}-\u{10ffff}]/u);
			}),
			{ numRuns: runs(1000) },
		);
	});
});
