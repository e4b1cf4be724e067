import { createHash, randomBytes } from 'node:crypto';
import { gbkBytes } from './gbk.mts';
import { fileExpired } from '../refusals.mts';
import { type ReportFile } from '../shop.mts';
import { type Answer, newRequestId } from '../signedAnswer.mts';

/** Where the files of reports are. */
export const FILE_PATH = '/v3/billdownload/file';

/** Milliseconds for which the address of a file is good. */
const GOOD_FOR = 30_000;

/** The pieces of a file, one after the other. */
function* piecesOf({ head, block, times = 0, tail = '', encoding }: ReportFile): Generator<Buffer> {
	const bytesOf = encoding === 'gbk' ? gbkBytes : Buffer.from;
	yield bytesOf(head);
	if (block === undefined) return;
	const piece = bytesOf(block);
	for (let time = 0; time < times; time++) yield piece;
	yield bytesOf(tail);
}

/** The hash of a file; of one that is made while it is sent, too. */
export function hashOf(file: ReportFile, kind: string): string {
	const hash = createHash(kind);
	for (const piece of piecesOf(file)) hash.update(piece);
	return hash.digest('hex');
}

/** The files that were asked for, each under an address that is good for 30 seconds. */
export class ReportFiles {
	private readonly offered = new Map<string, { file: ReportFile; until: number }>();

	/** `clock` gives milliseconds. */
	constructor(private readonly clock: () => number) {}

	/** The address of a file, on the host that was asked. */
	offer(file: ReportFile, origin: string): string {
		const token = randomBytes(48).toString('base64url');
		this.offered.set(token, { file, until: this.clock() + GOOD_FOR });
		return `${origin}${FILE_PATH}?token=${token}`;
	}

	/** The file, unsigned; throws when its address is not good any more. */
	answer(query: string): Answer {
		const found = this.offered.get(new URLSearchParams(query).get('token') ?? '');
		if (!found || found.until < this.clock()) throw fileExpired();
		const pieces = piecesOf(found.file);
		const { value: body = Buffer.alloc(0) } = pieces.next();
		return {
			status: 200,
			headers: { 'Content-Type': 'application/octet-stream', 'Request-ID': newRequestId(0) },
			body,
			...(found.file.block !== undefined && { rest: () => pieces }),
		};
	}

	/** Forgets all addresses. */
	reset(): void {
		this.offered.clear();
	}
}
