/** A text that is no CSV. The message says what is wrong, and in which record. */
export class CsvError extends Error {
	/** @param complaint completes the sentence "Record 7 …" */
	constructor(record: number, complaint: string) {
		super(`Record ${record} ${complaint}`);
		this.name = 'CsvError';
	}
}

const COMMA = 0x2c;
const QUOTE = 0x22;
const CR = 0x0d;
const LF = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** Bytes of a record at most: what is not at its end by then never will be. */
const LONGEST_RECORD = 1024 * 1024;

/** A record, and where the next one begins. */
interface Found {
	cells: string[];
	next: number;
}

/**
 * Reads CSV as it comes in, strictly by RFC 4180: commas, cells in quotes when they hold commas, quotes or line
 * ends, quotes doubled in them, none elsewhere. Lines end with CRLF or LF; the last one may have no end, and
 * lines without anything are left out. Works on bytes, since none of UTF-8's longer characters holds one of
 * these four; what is no UTF-8 becomes U+FFFD. A byte order mark is taken off, and so is `mark`, a character of
 * ASCII, before the opening quote of a cell.
 */
export class CsvReader {
	private rest: Buffer = Buffer.alloc(0);
	private isBegun = false;
	/** records before the one that is read, the header among them */
	private records = 0;
	private readonly mark: number | undefined;

	constructor(mark?: string) {
		this.mark = mark?.charCodeAt(0);
	}

	/**
	 * @param bytes the next piece of the text, of any length
	 * @returns the records that it completes
	 * @throws CsvError
	 */
	push(bytes: Buffer): string[][] {
		return this.read(bytes, false);
	}

	/**
	 * @returns the last record, when the text ends without a line end
	 * @throws CsvError
	 */
	end(): string[][] {
		return this.read(Buffer.alloc(0), true);
	}

	private read(bytes: Buffer, isLast: boolean): string[][] {
		const text = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
		if (!this.isBegun && text.length < BYTE_ORDER_MARK.length && !isLast) {
			this.rest = text;
			return [];
		}
		const hasMark = !this.isBegun && text.subarray(0, 3).equals(BYTE_ORDER_MARK);
		this.isBegun = true;
		const found: string[][] = [];
		let at = hasMark ? BYTE_ORDER_MARK.length : 0;
		while (at < text.length) {
			const record = this.recordAt(text, at, isLast);
			if (!record) break;
			const isEmptyLine = text[at] === LF || text[at] === CR;
			if (!isEmptyLine) {
				found.push(record.cells);
				this.records++;
			}
			at = record.next;
		}
		this.rest = text.subarray(at);
		if (this.rest.length > LONGEST_RECORD) throw this.refusal('is longer than 1 MB');
		return found;
	}

	/** @returns `undefined` when the record is not at its end yet */
	private recordAt(text: Buffer, start: number, isLast: boolean): Found | undefined {
		const cells: string[] = [];
		for (let at = start; ; at++) {
			if (text[at] === this.mark && text[at + 1] === QUOTE) at++;
			const isQuoted = text[at] === QUOTE;
			const end = isQuoted ? this.endOfQuoted(text, at, isLast) : this.endOfPlain(text, at);
			if (end === undefined) return undefined;
			cells.push(
				isQuoted
					? text.toString('utf8', at + 1, end - 1).replaceAll('""', '"')
					: text.toString('utf8', at, end),
			);
			at = end;
			if (at === text.length) return isLast ? { cells, next: at } : undefined;
			if (text[at] === COMMA) continue;
			if (text[at] === LF) return { cells, next: at + 1 };
			if (text[at] === QUOTE) throw this.refusal('has a quote within a cell that is not in quotes');
			if (text[at] !== CR) throw this.refusal('has something behind the closing quote of a cell');
			if (text[at + 1] === LF) return { cells, next: at + 2 };
			if (at + 1 === text.length && !isLast) return undefined;
			throw this.refusal('has half of a line end in a cell that is not in quotes');
		}
	}

	private endOfPlain(text: Buffer, start: number): number {
		let at = start;
		for (; at < text.length; at++) {
			const byte = text[at];
			if (byte === COMMA || byte === LF || byte === CR || byte === QUOTE) break;
		}
		return at;
	}

	/** @returns where the closing quote ends; `undefined` when it did not come yet */
	private endOfQuoted(text: Buffer, start: number, isLast: boolean): number | undefined {
		for (let at = start + 1; ; at += 2) {
			at = text.indexOf(QUOTE, at);
			const isOpen = at < 0;
			if (isOpen && isLast) throw this.refusal('has a cell whose closing quote is missing');
			if (isOpen) return undefined;
			// At the end of a piece, too: the record is read again when there is more of it.
			if (text[at + 1] !== QUOTE) return at + 1;
		}
	}

	private refusal(complaint: string): CsvError {
		return new CsvError(this.records + 1, complaint);
	}
}
