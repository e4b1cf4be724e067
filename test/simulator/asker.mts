import { createHash } from 'node:crypto';
import FormData from 'form-data';
import { readBrandOperations } from './api/brandOperations.mts';
import { type Operation, readOperations } from './api/operations.mts';
import { newValidator } from './api/requestCheck.mts';
import { closed } from './api/schema.mts';
import { call, type Draft, type Received } from './client.mts';
import { type JsonObject, type Simulator } from './index.mts';
import { SAMPLE_IMAGE } from './sampleImage.mts';
import { withQuery } from './urls.mts';

/** Calls an operation with values that go where its description wants them. */
export type Ask = (
	id: string,
	values: JsonObject,
	draft?: Partial<Draft>,
) => Promise<Received & JsonObject>;

/** A service provider, or the brand itself. */
export type AskingAs = 'merchant' | 'brand';

type Operations = ReadonlyMap<string, Operation>;
const byId = (all: Operation[]): Operations => new Map(all.map((one) => [one.id, one]));

export const operations = byId(readOperations());
const operationsOf: Readonly<Record<AskingAs, Operations>> = {
	merchant: operations,
	brand: byId(readBrandOperations()),
};
const validator = newValidator();

/** An upload of an image as the package form-data writes it, its part `meta` signed. */
export function uploadDraft(
	url: string,
	{ fileName, bytes }: { fileName: string; bytes: Buffer } = SAMPLE_IMAGE,
): Draft {
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const meta = JSON.stringify({ filename: fileName, sha256 });
	const form = new FormData();
	form.append('meta', meta, { contentType: 'application/json' });
	form.append('file', bytes, { filename: fileName, contentType: 'image/png' });
	return {
		method: 'POST',
		url,
		body: form.getBuffer(),
		headers: form.getHeaders(),
		signed: { body: meta },
	};
}

/** The request of an operation with these values; what is not described goes into its body, or query. */
export function draftOf(id: string, values: JsonObject, as: AskingAs = 'merchant'): Draft {
	const { method, path, parameters, body } = operationsOf[as].get(id)!;
	if (body?.isMultipart) return uploadDraft(path);
	const place = (where: string) =>
		parameters.filter(({ in: here, name }) => here === where && name in values);
	const url = place('path').reduce(
		(text, { name }) => text.replace(`{${name}}`, encodeURIComponent(String(values[name]))),
		path,
	);
	const placed = new Set(parameters.map(({ name }) => name));
	const rest = Object.fromEntries(Object.entries(values).filter(([name]) => !placed.has(name)));
	const query = Object.fromEntries(place('query').map(({ name }) => [name, values[name]]));
	const headers = Object.fromEntries(
		place('header').map(({ name }) => [name, String(values[name])]),
	);
	return body
		? { method, url: withQuery(url, query), body: JSON.stringify(rest), headers }
		: { method, url: withQuery(url, { ...query, ...rest }) };
}

/** Made once for each operation: that takes longer than the call itself. */
const answerChecks = new Map<string, ReturnType<typeof validator.compile>>();

/** What a good answer's body breaks of its description; undefined when nothing. */
export function answerFault(
	id: string,
	body: JsonObject,
	as: AskingAs = 'merchant',
): string | undefined {
	const { answer } = operationsOf[as].get(id)!;
	const key = `${as} ${id}`;
	const validate = answerChecks.get(key) ?? validator.compile(closedAnswer(answer!));
	answerChecks.set(key, validate);
	return validate(body) ? undefined : validator.errorsText(validate.errors);
}

// Empty texts are nothing wrong in an answer.
const closedAnswer = (schema: Parameters<typeof closed>[0]) =>
	JSON.parse(JSON.stringify(closed(schema)).replaceAll('"minLength":1,', '')) as object;

/** Asks a simulator; throws when a good answer is not as it is described. */
export function asker(simulator: Simulator, as: AskingAs = 'merchant'): Ask {
	return async (id, values, draft) => {
		const received = await call(simulator, { ...draftOf(id, values, as), ...draft });
		const fault = received.status === 200 ? answerFault(id, received.json, as) : undefined;
		if (fault) throw new Error(`${id} answered what is not described: ${fault}\n${received.text}`);
		return Object.assign(received, received.json) as Received & JsonObject;
	};
}
