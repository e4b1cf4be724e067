const LF = 0x0a;
/** The first byte that is none of ASCII, which both encodings have in common. */
const BEYOND_ASCII = 0x80;
/** Bytes of a line that are looked at: names of columns take some hundred. */
const ENOUGH = 4096;

/** A text in neither of the encodings that reports come in. */
export class EncodingError extends Error {
	constructor() {
		super('its text is neither UTF-8 nor GBK');
		this.name = 'EncodingError';
	}
}

/** Whether bytes, which may end within a character, are text in an encoding. */
function isText(bytes: Buffer, encoding: string): boolean {
	try {
		new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/**
 * Gives the text of a report in UTF-8 as it comes in: it is UTF-8 already, or GBK, as files for Excel in China
 * are. The first line with anything beyond ASCII, the names of the columns, decides: what is no UTF-8 there is
 * GBK. Later lines do not, since single values may be damaged.
 */
export class ReportText {
	/** from the first byte beyond ASCII on, as long as its line is not there */
	private held: Buffer = Buffer.alloc(0);
	private toUtf8: ((bytes: Buffer) => Buffer) | undefined;

	/**
	 * @param bytes the next piece of the file, of any length
	 * @returns what can be told of it
	 * @throws EncodingError
	 */
	push(bytes: Buffer): Buffer {
		if (this.toUtf8) return this.toUtf8(bytes);
		const text = Buffer.concat([this.held, bytes]);
		const start = text.findIndex((byte) => byte >= BEYOND_ASCII);
		if (start < 0) return text;
		const isEnough = text.indexOf(LF, start) >= 0 || text.length - start >= ENOUGH;
		if (isEnough) return this.decided(text, start);
		this.held = text.subarray(start);
		return text.subarray(0, start);
	}

	/**
	 * @returns the rest of the text
	 * @throws EncodingError
	 */
	end(): Buffer {
		return this.toUtf8 ? this.toUtf8(Buffer.alloc(0)) : this.decided(this.held, 0);
	}

	private decided(text: Buffer, start: number): Buffer {
		const lineEnd = text.indexOf(LF, start);
		const line = text.subarray(start, lineEnd < 0 ? text.length : lineEnd);
		this.toUtf8 = decoderFor(line);
		return this.toUtf8(text);
	}
}

/** @throws EncodingError */
function decoderFor(line: Buffer): (bytes: Buffer) => Buffer {
	if (isText(line, 'utf-8')) return (bytes) => bytes;
	// The larger sibling of GBK: they differ in nothing that GBK has.
	if (!isText(line, 'gb18030')) throw new EncodingError();
	const decoder = new TextDecoder('gb18030');
	return (bytes) => Buffer.from(decoder.decode(bytes, { stream: true }));
}
