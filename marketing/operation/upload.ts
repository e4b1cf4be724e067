import { randomBytes } from 'node:crypto';
import { imageOf, LARGEST_IMAGE, type Image } from '../../wechatpay/image';
import { multipartBody } from '../../wechatpay/multipart';
import { InputError, shown } from '../parameters/inputError';
import { text } from '../parameters/kinds';
import type { Parameter } from '../parameters/parameter';
import type { Fields } from '../items/fields';
import { rowSummary } from '../items/summary';
import { operationOf, type EndpointAt, type Operation, type PageWords } from './page';
import { perItemInOrder } from './perItem';

/** A page of an operation that uploads an image. */
export type UploadPage<Path extends string> = PageWords & {
	endpoint: EndpointAt<Path>;
};

const LABEL = 'Input Binary Field';
const plain = text('file', {
	label: LABEL,
	name: 'binaryPropertyName',
	description: 'The name of the input field with the image: JPG, PNG or BMP, 2 MB at most',
});
const binaryField: typeof plain = { ...plain, field: { ...plain.field, default: 'data' } };

const IN_MB = 1024 ** 2;

/** @throws InputError when the item has no such file, or it is no image that WeChat Pay takes */
async function imageFrom(fields: Fields, name: string): Promise<Image & { bytes: Buffer }> {
	const refused = (complaint: string, remedy: string) =>
		new InputError(LABEL, `is ${shown(name)}, ${complaint}`, remedy);
	const tooLarge = (size: number) =>
		refused(
			`a file of ${(Math.ceil((size / IN_MB) * 100) / 100).toFixed(2)} MB`,
			'WeChat Pay takes images of 2 MB at most: make it smaller.',
		);
	const found = fields.files.find(fields.index, name);
	if (!found) {
		throw refused(
			'and the item has no file under this name',
			'Give the name of a binary field of the item, as the node before shows it, or leave out the row.',
		);
	}
	// Told before all of it is read into memory.
	if ((found.bytes ?? 0) > LARGEST_IMAGE) throw tooLarge(found.bytes ?? 0);
	const bytes = await fields.files.read(fields.index, name);
	if (bytes.length > LARGEST_IMAGE) throw tooLarge(bytes.length);
	if (bytes.length === 0) throw refused('an empty file', 'Give a file with an image in it.');
	const image = imageOf(bytes, found.fileName ?? '');
	if (image) return { ...image, bytes };
	throw refused(
		`and ${shown(found.fileName ?? 'the file')} is not a JPG, PNG or BMP by its content`,
		'Give such an image; its name and its type do not count.',
	);
}

/** An operation that uploads an image of each input item. What comes out is WeChat Pay's JSON. */
export function upload<const Path extends string>(page: UploadPage<Path>): Operation {
	const parameters: readonly Parameter[] = [binaryField];
	const operation: Operation = operationOf(
		{ ...page, parameters },
		{
			kind: 'upload',
			summary: (rows) => rowSummary(rows, 'uploaded'),
			run: perItemInOrder(() => ({
				async read(fields) {
					const image = async () => await imageFrom(fields, fields.required(binaryField));
					// Looked at, and read again for the call: all images together may be too many for the memory.
					await image();
					return image;
				},
				about: () => undefined,
				async call(imageOfItem, calls) {
					const image = await imageOfItem();
					const boundary = randomBytes(16).toString('hex');
					const { contentType, body: bytes } = multipartBody(image, boundary);
					const { data } = await calls.call(operation, {}, { contentType, bytes });
					return [{ json: data }];
				},
				which: async (fields) => await fields.describe([binaryField]),
			})),
		},
	);
	return operation;
}
