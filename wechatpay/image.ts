/** A kind of image that WeChat Pay takes. */
interface ImageKind {
	/** of its file's name */
	ending: string;
	/** of the part of an upload */
	type: string;
	/** whether these bytes begin as such a file does */
	isBegunBy(bytes: Buffer): boolean;
}

/** What an upload needs to know of an image. */
export interface Image {
	/** as WeChat Pay takes it, with the ending that fits the content */
	filename: string;
	/** such as `image/png` */
	type: string;
}

/** Bytes of an image at most. */
export const LARGEST_IMAGE = 2 * 1024 ** 2;

const LONGEST_NAME = 150;

const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BMP = Buffer.from('BM');
/** Sizes of the header behind a bitmap's first 14 bytes. */
const BMP_HEADERS = [12, 16, 40, 52, 56, 64, 108, 124];

const begins = (bytes: Buffer, magic: Buffer) => bytes.subarray(0, magic.length).equals(magic);

const KINDS: readonly ImageKind[] = [
	{ ending: 'jpg', type: 'image/jpeg', isBegunBy: (bytes) => begins(bytes, JPEG) },
	{ ending: 'png', type: 'image/png', isBegunBy: (bytes) => begins(bytes, PNG) },
	{
		ending: 'bmp',
		type: 'image/bmp',
		isBegunBy: (bytes) =>
			begins(bytes, BMP) && bytes.length >= 18 && BMP_HEADERS.includes(bytes.readUInt32LE(14)),
	},
];

/** WeChat Pay takes characters of up to three bytes of UTF-8. */
const NOT_TAKEN = /[\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]/gu;

/**
 * Looks at what a file holds, whatever it is called.
 *
 * @param name of the file; one without a fitting ending gets it, one that is too long is cut
 * @returns `undefined` when it is no JPEG, PNG or BMP
 * @see https://pay.weixin.qq.com/doc/v3/partner/4015781275
 */
export function imageOf(bytes: Buffer, name: string): Image | undefined {
	const kind = KINDS.find(({ isBegunBy }) => isBegunBy(bytes));
	if (!kind) return undefined;
	const taken = name.replace(NOT_TAKEN, '_');
	const bare = taken.replace(/\.(jpe?g|png|bmp)$/i, '').trim() || 'image';
	const ending = `.${kind.ending}`;
	return {
		filename: [...bare].slice(0, LONGEST_NAME - ending.length).join('') + ending,
		type: kind.type,
	};
}
