import type { CredentialValues } from '../test/simulator/index.mts';
import { SAMPLE_IMAGE } from '../test/simulator/sampleImage.mts';
import { BareClient } from './bareClient.mts';
import { timed, type Client } from './compare.mts';
import { runNode } from './nodeClient.mts';
import { upload, UPLOAD_TARGET } from './targets.mts';

/** An image of so many bytes. */
const imageOf = (size: number): Buffer => {
	const { bytes } = SAMPLE_IMAGE;
	return Buffer.concat([bytes, Buffer.alloc(size - bytes.length, 7)]);
};

/** The built node in n8n's engine uploads an image of so many bytes for each of so many items. */
export function uploadNode(credential: CredentialValues, count: number, size: number): Client {
	const file = { field: 'data', fileName: 'image.png', data: imageOf(size).toString('base64') };
	const rows = Array.from({ length: count }, () => ({}));
	const files = rows.map(() => [file]);
	return {
		name: 'this node in n8n',
		run: () => timed(() => runNode(credential, upload, rows, count, files)),
	};
}

/** The bare client, one image after the other. */
export function uploadBare(credential: CredentialValues, count: number, size: number): Client {
	const client = new BareClient(credential);
	const image = imageOf(size);
	return {
		name: 'bare client, one by one',
		run: () =>
			timed(async () => {
				for (let done = 0; done < count; done++) {
					await client.upload(UPLOAD_TARGET, 'image.png', image);
				}
			}),
	};
}
