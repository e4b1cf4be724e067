/** The bytes of every character of GBK that takes two, found with Node's own decoder, since Node writes no GBK. */
function bytesByCharacter(): Map<string, Buffer> {
	const decoder = new TextDecoder('gbk');
	const found = new Map<string, Buffer>();
	for (let lead = 0x81; lead <= 0xfe; lead++) {
		for (let trail = 0x40; trail <= 0xfe; trail++) {
			const bytes = Buffer.from([lead, trail]);
			const text = decoder.decode(bytes);
			if ([...text].length === 1 && text !== '\ufffd') found.set(text, bytes);
		}
	}
	return found;
}

let known: Map<string, Buffer> | undefined;

/** A text in GBK. @throws Error when GBK lacks one of its characters */
export function gbkBytes(text: string): Buffer {
	known ??= bytesByCharacter();
	const pieces: Buffer[] = [];
	for (const character of text) {
		const bytes = character < '\x80' ? Buffer.from(character) : known.get(character);
		if (!bytes) throw new Error(`GBK lacks ${character}`);
		pieces.push(bytes);
	}
	return Buffer.concat(pieces);
}
