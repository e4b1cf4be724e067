import { join } from 'node:path';
import type { ExactOperation } from '../../marketing/operation/batch/exactly.ts';
import type { Operation } from '../../marketing/operation/page.ts';
import { isRequestNumber, numberName } from '../../marketing/parameters/parameter.ts';
import { readNotifications } from '../../test/simulator/api/notifications.mts';
import type { Schema } from '../../test/simulator/api/schema.mts';
import { projectFolder } from '../project.mts';
import { descriptionOf } from './described.mts';
import type { Face } from './faces.mts';

/** As much of JSON Schema as n8n's editor reads. */
interface Preview {
	type: string;
	properties?: Record<string, Preview>;
	items?: Preview;
}

const TEXT: Preview = { type: 'string' };
const YES: Preview = { type: 'boolean' };

function previewOf({ type = 'string', properties, items }: Schema): Preview {
	if (properties) {
		const members = Object.entries(properties).map(([name, member]) => [name, previewOf(member)]);
		return { type, properties: Object.fromEntries(members) as Record<string, Preview> };
	}
	return items ? { type, items: previewOf(items) } : { type };
}

/** The schema at a dotted path; what is in a list comes out as a list. */
function at(schema: Schema | undefined, path: string): Schema | undefined {
	const [name = '', ...rest] = path.split('.');
	const inner = schema?.properties?.[name];
	if (rest.length === 0 || !inner) return inner;
	const within = at(inner.items ?? inner, rest.join('.'));
	return inner.items && within ? { type: 'array', items: within } : within;
}

/** An answer as Simplify, which is on at first, lets it out. */
function shaped({ useful }: Operation, answer: Schema | undefined): Record<string, Preview> {
	if (!useful) return (answer && previewOf(answer).properties) ?? {};
	return Object.fromEntries(
		useful.flatMap((one) => {
			const [path, name] = typeof one === 'string' ? [one, one.split('.').at(-1)!] : one;
			const schema = at(answer, path);
			return schema ? [[name, previewOf(schema)]] : [];
		}),
	) as Record<string, Preview>;
}

function idsOf({ parameters }: Operation): Record<string, Preview> {
	const ids = parameters.filter(({ identifies }) => identifies);
	return Object.fromEntries(ids.map(({ wire }) => [wire, TEXT]));
}

function numbersOf({ parameters }: Operation): Record<string, Preview> {
	return Object.fromEntries(
		parameters.filter(isRequestNumber).map((number) => [numberName(number), TEXT]),
	);
}

/** The same members, those with dotted names nested as they come out. */
function nested(members: Record<string, Preview>): Record<string, Preview> {
	const found: Record<string, Preview> = {};
	for (const [path, preview] of Object.entries(members)) {
		const [name = '', ...rest] = path.split('.');
		const inner = rest.length > 0 && nested({ [rest.join('.')]: preview });
		found[name] = inner
			? { type: 'object', properties: { ...found[name]?.properties, ...inner } }
			: preview;
	}
	return found;
}

function properties(operation: Operation): Record<string, Preview> {
	const { listed } = operation;
	const { batch, removal } = operation as Partial<ExactOperation>;
	const { answer } = descriptionOf(operation);
	// WeChat Pay alone knows the columns of a report.
	if (operation.kind === 'report') return {};
	if (batch) {
		const { memberId, known, mark, truth, answer: lists } = batch;
		const change: Record<string, Preview> = truth || lists.already ? { change: TEXT } : {};
		return {
			[memberId]: TEXT,
			...(known && { [known.numberId]: TEXT }),
			[mark]: YES,
			...(removal && { [removal.batch.mark]: YES }),
			...change,
			...idsOf(operation),
			...numbersOf(operation),
		};
	}
	if (listed) {
		const { field, itemName, withIds } = listed;
		const entry = at(answer, field)?.items;
		const members = itemName ? { [itemName]: TEXT } : shaped(operation, entry);
		return { ...members, ...(withIds ? idsOf(operation) : {}) };
	}
	const ids = nested(idsOf(operation));
	const ofAnswer = shaped(operation, answer);
	// A call that was refused has no output.
	if (operation.refusedBy) delete ofAnswer[operation.refusedBy];
	const mayBeEmpty = (answer?.required ?? []).length === 0;
	// Of a change, the IDs of the call come out when its answer is empty, or there was nothing left to do.
	const ofChange = {
		...ofAnswer,
		...ids,
		...ofAnswer,
		...(mayBeEmpty && { success: YES }),
		change: TEXT,
	};
	const given = operation.change ? ofChange : ofAnswer;
	const said = Object.keys(given).length > 0 ? given : { ...ids, success: YES };
	return { ...said, ...nested(numbersOf(operation)) };
}

/** n8n has one preview for a trigger, so it has what any of the notifications has. */
function notificationProperties({ families }: Face): Record<string, Preview> {
	const properties = Object.assign(
		{},
		...readNotifications(families).map(({ resource }) => resource.properties),
	) as Record<string, Schema>;
	const envelope = ['id', 'create_time', 'resource_type', 'event_type', 'summary'];
	return {
		...Object.fromEntries(envelope.map((name) => [name, TEXT])),
		resource: previewOf({ type: 'object', properties }),
	};
}

function preview(path: string, members: Record<string, Preview>) {
	const schema = { type: 'object', properties: members, version: 1 };
	return { path, text: `${JSON.stringify(schema, null, '\t')}\n` };
}

/**
 * The output preview of every operation of a node, made from its page and openapi/, and of its trigger: its file
 * and its text.
 */
export function previews(face: Face): Array<{ path: string; text: string }> {
	const { node, resources } = face;
	const folder = join(projectFolder, 'nodes', node, '__schema__/v1.0.0');
	const ofOperations = resources.flatMap(({ value: resource, operations }) =>
		operations.map((operation) =>
			preview(join(folder, resource, `${operation.value}.json`), properties(operation)),
		),
	);
	return [...ofOperations, preview(`${folder}.json`, notificationProperties(face))];
}
