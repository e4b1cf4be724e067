import { createHash } from 'node:crypto';
import { type JsonObject } from '../../json.mts';
import { imageEmpty, imageTooLarge, imageTypeUnknown, metaDoesNotFit } from '../../refusals.mts';
import { type Call, type Handler } from '../handler.mts';

const LARGEST = 2 * 1024 * 1024;

const JPEG = Buffer.from('ffd8ff', 'hex');
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const BMP = Buffer.from('424d', 'hex');

/** How files begin, by the types that are taken; clients write one type in two ways, or do not say it. */
const BEGINNINGS: Readonly<Record<string, Buffer[] | undefined>> = {
	'image/jpeg': [JPEG],
	'image/jpg': [JPEG],
	'image/png': [PNG],
	'image/bmp': [BMP],
	'application/octet-stream': [JPEG, PNG, BMP],
};

/** The address of an image; throws when it is none that is taken, or not the one of its meta. */
function addressOf({ body, file }: Call): string {
	const { sha256 } = (body as JsonObject)['meta'] as JsonObject;
	const { bytes, type } = file!;
	if (bytes.length === 0) throw imageEmpty();
	if (bytes.length > LARGEST) throw imageTooLarge();
	const isImage = BEGINNINGS[type]?.some((beginning) =>
		bytes.subarray(0, beginning.length).equals(beginning),
	);
	if (!isImage) throw imageTypeUnknown();
	const found = createHash('sha256').update(bytes).digest('hex');
	if (found !== sha256) throw metaDoesNotFit();
	return `https://wxpaylogo.qpic.cn/wxpaylogo/${found.slice(0, 32)}/0`;
}

/** （营销）图片上传 */
export const uploadImage: Handler = (call) => ({ media_url: addressOf(call) });
/** 图片上传 */
export const uploadImageForProductCoupon: Handler = (call) => ({ image_url: addressOf(call) });
