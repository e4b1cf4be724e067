import { setTimeout as delay } from 'node:timers/promises';

/** A file as a form takes and gives it. */
export interface FormFile {
	name: string;
	bytes: Buffer;
}

/** What somebody who has filled in a form gets to see in the end. */
export interface FormEnding {
	title: string;
	message: string;
	files: FormFile[];
}

/** As a form's last page holds a file: one character for each byte, or a Buffer as JSON has it. */
interface PageFile {
	fileName: string;
	data: string | { data: number[] };
}

const POLL_INTERVAL = 200;
const LIMIT = 60_000;

/** Uploads a file to a form that asks for nothing else, as the form's page does, and waits for the last page. */
export async function submitForm(url: string, file: FormFile): Promise<FormEnding> {
	const fields = new FormData();
	fields.set('field-0', new Blob([new Uint8Array(file.bytes)]), file.name);
	const answer = await request(url, { method: 'POST', body: fields });
	const { formWaitingUrl } = JSON.parse(answer) as { formWaitingUrl: string };
	// n8n tells its address outside, where nobody listens.
	const waitingUrl = formWaitingUrl.replace(new URL(formWaitingUrl).origin, new URL(url).origin);
	await untilWaiting(waitingUrl);
	const page = await request(waitingUrl);
	// The page says that it has been shown, and only then the execution ends.
	await request(waitingUrl, { method: 'POST' });
	return ending(page);
}

/** Waits until a form is there, or is no longer: n8n 2 says that a workflow is published before it is. */
export async function untilOpen(url: string, isOpen: boolean): Promise<void> {
	const deadline = Date.now() + LIMIT;
	for (;;) {
		const response = await fetch(url);
		await response.arrayBuffer();
		if (response.ok === isOpen) return;
		if (Date.now() > deadline) throw new Error(`The form ${url} has status ${response.status}.`);
		await delay(POLL_INTERVAL);
	}
}

async function untilWaiting(formUrl: string): Promise<void> {
	const statusUrl = new URL(formUrl);
	statusUrl.pathname += '/n8n-execution-status';
	const deadline = Date.now() + LIMIT;
	for (;;) {
		const status = (await request(String(statusUrl))).trim();
		if (status === 'form-waiting') return;
		if (!['running', 'new', 'waiting'].includes(status) || Date.now() > deadline) {
			throw new Error(`The form's execution is ${status}.`);
		}
		await delay(POLL_INTERVAL);
	}
}

function ending(page: string): FormEnding {
	const [, header = ''] = /<div class='header'>([^]*?)<\/div>/.exec(page) ?? [];
	const [, message = ''] = /<p[^>]*>([^]*?)<\/p>/.exec(header) ?? [];
	const [, encoded = ''] = /decodeURIComponent\("([^"]*)"\)/.exec(page) ?? [];
	// n8n 1 gives one file, n8n 2 a list.
	const files = [JSON.parse(decodeURIComponent(encoded)) as PageFile | PageFile[]].flat();
	return {
		title: titleOf(header),
		message: message.replaceAll(/<br\s*\/?>/g, '\n'),
		files: files.map(({ fileName, data }) => ({
			name: fileName,
			bytes: typeof data === 'string' ? Buffer.from(data, 'latin1') : Buffer.from(data.data),
		})),
	};
}

function titleOf(page: string): string {
	const [, title = page] = /<h1>([^]*?)<\/h1>/.exec(page) ?? [];
	return title;
}

async function request(url: string, init?: RequestInit): Promise<string> {
	const response = await fetch(url, init);
	const text = await response.text();
	if (!response.ok)
		throw new Error(`n8n answered ${url} with ${response.status}: ${titleOf(text)}`);
	return text;
}
