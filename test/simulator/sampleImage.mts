/** The smallest PNG: one dot. */
export const SAMPLE_IMAGE: { fileName: string; bytes: Buffer } = {
	fileName: '满一百减五 “券”.png',
	bytes: Buffer.from(
		'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
		'base64',
	),
};
