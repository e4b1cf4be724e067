const LF = 0x0a;
/** A byte that is none of ASCII, which both encodings have in common. */
const BEYOND_ASCII = /[\x80-\xff]/;
/** Bytes that are looked at: the names of the columns take some hundred. */
const ENOUGH = 4096;
/** What Chinese is written with takes three bytes in UTF-8; pairs of GBK may look like a character of two. */
const CHINESE_IN_UTF8 = /[\u0800-\uffff]/;

/** As `TextDecoder` names them; the second is the larger sibling of GBK, which differs in nothing that GBK has. */
type Encoding = 'utf-8' | 'gb18030';

/** A text in neither of the encodings that reports come in. */
export class EncodingError extends Error {
	constructor() {
		super('its text is neither UTF-8 nor GBK');
		this.name = 'EncodingError';
	}
}

/** @returns the text, which may end within a character; `undefined` when it is not in the encoding */
function decoded(bytes: Buffer, encoding: Encoding): string | undefined {
	try {
		const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
		return decoder.decode(bytes, { stream: true });
	} catch {
		return undefined;
	}
}

/**
 * @param isAll whether nothing follows
 * @returns `undefined` when more is needed to tell
 * @throws EncodingError
 */
function encodingOf(text: Buffer, isAll: boolean): Encoding | undefined {
	const isEnough = isAll || text.length >= ENOUGH;
	for (let at = 0; at < text.length; ) {
		const lineEnd = text.indexOf(LF, at);
		if (lineEnd < 0 && !isEnough) return undefined;
		const line = text.subarray(at, lineEnd < 0 ? text.length : lineEnd);
		const asUtf8 = decoded(line, 'utf-8');
		if (asUtf8 === undefined) {
			if (decoded(line, 'gb18030') === undefined) throw new EncodingError();
			return 'gb18030';
		}
		if (CHINESE_IN_UTF8.test(asUtf8)) return 'utf-8';
		at += line.length + 1;
	}
	if (!isEnough) return undefined;
	return decoded(text, 'gb18030') === undefined ? 'utf-8' : 'gb18030';
}

/**
 * Gives the text of a report in UTF-8 as it comes in: it is UTF-8 already, or GBK, as files for Excel in China
 * are. The first line of which it can be told decides, as a rule the names of the columns: what is no UTF-8
 * there is GBK. Later lines do not, since single values may be damaged.
 */
export class ReportText {
	/** from the first byte beyond ASCII on, as long as the encoding cannot be told */
	private held: Buffer = Buffer.alloc(0);
	private toUtf8: ((bytes: Buffer, isLast: boolean) => Buffer) | undefined;

	/**
	 * @param bytes the next piece of the file, of any length
	 * @returns what can be told of it
	 * @throws EncodingError
	 */
	push(bytes: Buffer): Buffer {
		return this.read(bytes, false);
	}

	/**
	 * @returns the rest of the text
	 * @throws EncodingError
	 */
	end(): Buffer {
		return this.read(Buffer.alloc(0), true);
	}

	private read(bytes: Buffer, isLast: boolean): Buffer {
		if (this.toUtf8) return this.toUtf8(bytes, isLast);
		const text = Buffer.concat([this.held, bytes]);
		const start = text.toString('latin1').search(BEYOND_ASCII);
		if (start < 0) return text;
		const encoding = encodingOf(text.subarray(start), isLast);
		if (encoding === undefined) {
			this.held = text.subarray(start);
			return text.subarray(0, start);
		}
		const decoder = new TextDecoder(encoding);
		this.toUtf8 = (more, isEnd) =>
			encoding === 'utf-8' ? more : Buffer.from(decoder.decode(more, { stream: !isEnd }));
		return this.toUtf8(text, isLast);
	}
}
