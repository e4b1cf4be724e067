import { CsvError } from '../../wechatpay/csv';
import { readFileHash } from '../../wechatpay/fileHash';
import { ReportRows, TotalError, type ReportRow } from '../../wechatpay/reportRows';
import { EncodingError } from '../../wechatpay/reportText';
import { choice } from '../parameters/kinds';
import type { Parameter } from '../parameters/parameter';
import { unexpectedAnswer, type Answer } from '../transport/attempt';
import { unusableFile, type FileBody, type RemoteFile } from '../transport/file';
import { operationOf, type EndpointAt, type Filling, type Operation, type PageWords } from './page';
import { perItem } from './perItem';
import { picked } from '../items/placement';

/** A page of an operation whose answer names a file. */
export type ReportPage<Path extends string, Parameters extends readonly Parameter[]> = PageWords & {
	endpoint: EndpointAt<Path, 'GET'>;
	parameters: Filling<Path, Parameters>;
	/** where the answer has the hash of the file, and of what kind it is, where it says that */
	hash: { value: string; kind?: string };
	/** how the file is called, before the IDs of the call */
	fileName: string;
};

/** What a report says of its answer. */
export interface ReportOperation extends Operation {
	hash: ReportPage<string, readonly Parameter[]>['hash'];
}

const MB = 1024 ** 2;
/** Rows take about four times the memory that the file takes. */
const LARGEST_AS_ROWS = {
	bytes: 100 * MB,
	remedy: 'Set Output to File, which takes up to 1 GB, or take the reports of single days.',
};
const LARGEST_AS_FILE = { bytes: 1024 * MB, remedy: 'Take the reports of single days.' };

/** The name under which an item has its file. */
const BINARY_NAME = 'data';

const output = choice(
	'output',
	[
		{
			name: 'File',
			value: 'file',
			description: `The file itself, under the name ${BINARY_NAME}, up to 1 GB`,
		},
		{
			name: 'Rows',
			value: 'rows',
			description: 'An item for each record of the file, up to 100 MB; all values are text',
		},
	],
	{ default: 'rows', description: 'What comes out' },
);

/** @throws CallError when the answer does not name a file and its hash */
function fileOf(
	{ data, requestId }: Answer,
	{ value, kind }: ReportOperation['hash'],
	most: RemoteFile['most'],
): RemoteFile {
	const url =
		typeof data.url === 'string' && URL.canParse(data.url) ? new URL(data.url) : undefined;
	const hash = readFileHash(data[value], kind && (data[kind] ?? ''));
	if (url && hash) return { url, hash, most };
	throw unexpectedAnswer(
		'The answer of WeChat Pay names no file, or no hash of it that is known',
		requestId,
	);
}

/** @returns what is told of a report that gives no rows; the thing itself when it is none of the report */
function withoutRows(complaint: unknown): unknown {
	const remedy = 'Set Output to File to get it as it is.';
	if (complaint instanceof TotalError) {
		return unusableFile('CONTRADICTORY_FILE', {
			meaning: `The file was not used, because it contradicts itself: ${complaint.message}`,
			remedy: `Run the workflow again later. ${remedy}`,
		});
	}
	if (!(complaint instanceof CsvError || complaint instanceof EncodingError)) return complaint;
	return unusableFile('UNREADABLE_FILE', {
		meaning: `The file is not a table that can be read: ${complaint.message}`,
		remedy,
	});
}

/** @throws CallError when the file is no table, or not as it says; what the body throws */
async function rowsOf(body: FileBody): Promise<ReportRow[]> {
	const reader = new ReportRows();
	const rows: ReportRow[] = [];
	let complaint: unknown;
	const read = (readMore: () => ReportRow[]) => {
		if (complaint !== undefined) return;
		try {
			for (const row of readMore()) rows.push(row);
		} catch (error) {
			complaint = error;
		}
	};
	// To its end in any case, since it shows only there whether it is the file that WeChat Pay named.
	for await (const piece of body as AsyncIterable<Buffer>) read(() => reader.push(piece));
	read(() => reader.end());
	if (complaint !== undefined) throw withoutRows(complaint);
	return rows;
}

/**
 * An operation that asks for the address of a file for each input item, fetches the file and checks its hash.
 * What comes out is an item for each record, or the file.
 */
export function report<const Path extends string, const Parameters extends readonly Parameter[]>(
	page: ReportPage<Path, Parameters>,
): ReportOperation {
	const parameters = page.parameters as readonly Parameter[];
	const ids = parameters.filter(({ identifies }) => identifies);
	const operation: Operation = operationOf(
		{ ...page, parameters },
		{
			kind: 'report',
			kindFields: [output.field],
			run: perItem({
				async read(fields) {
					const isFile = fields.required(output) === 'file';
					return { isFile, values: await fields.values(parameters) };
				},
				async call({ isFile, values }, calls) {
					const answer = await calls.call(operation, values);
					const file = fileOf(answer, page.hash, isFile ? LARGEST_AS_FILE : LARGEST_AS_ROWS);
					if (!isFile) {
						const { rows } = await calls.fetch(file, async (body) => ({
							rows: await rowsOf(body),
						}));
						return rows.map((json) => ({ json }));
					}
					const which = picked(values, parameters);
					const name = `${[page.fileName, ...Object.values(which)].join('-')}.csv`;
					const { kept } = await calls.fetch(file, async (body) => ({
						kept: await calls.files.keep(body, name, 'text/csv'),
					}));
					// The address is of no use to anybody after some seconds.
					const said = { ...answer.data };
					delete said.url;
					return [{ json: { ...which, ...said }, binary: { [BINARY_NAME]: kept } }];
				},
				which: async (fields) => await fields.describe(ids),
			}),
		},
	);
	return { ...operation, hash: page.hash };
}
