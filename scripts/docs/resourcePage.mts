import { dirname, join, relative } from 'node:path';
import type { ExactOperation } from '../../marketing/operation/batch/exactly.ts';
import type { Operation } from '../../marketing/operation/page.ts';
import type { Resource } from '../../marketing/operation/resource.ts';
import { projectFolder } from '../project.mts';
import { anchorOf } from './anchor.mts';
import { descriptionOf } from './described.mts';
import type { Face } from './faces.mts';
import { fieldTable } from './fieldTable.mts';
import { page, sentence } from './markdown.mts';

/** The page of a resource, from docs/. */
export function pathOf({ folder }: Face, { name }: Resource): string {
	return `${folder}/${anchorOf(name)}.md`;
}

function quotaWords({ endpoint: { quota } }: Operation): string {
	return quota ? `${quota.calls} calls a ${quota.per}` : 'none documented';
}

function endpointWords(operation: Operation): string {
	const { method, path } = operation.endpoint;
	return `${officialName(operation)}; \`${method} ${path}\`; limit: ${quotaWords(operation)}`;
}

/** Whether an operation of ours is made of the calls of others. */
export function isMade(operation: Operation): operation is ExactOperation {
	return 'removal' in operation;
}

/** WeChat Pay's name of the endpoint, with its official page where there is one. */
export function officialName(operation: Operation): string {
	const { nameZh } = descriptionOf(operation);
	const { documentationUrl } = operation.endpoint;
	return documentationUrl ? `[${nameZh}](${documentationUrl})` : nameZh;
}

function madeOf({ batch, removal }: ExactOperation): string {
	const list = batch.truth ? [batch.truth.list.name] : [];
	return `made of ${[...list, batch.operation.name].join(', ')} and ${removal.name}`;
}

function operationSection(operation: Operation): string[] {
	const { name, description } = operation;
	const calls = isMade(operation) ? madeOf(operation) : endpointWords(operation);
	return [`## ${name}`, `${sentence(description)} (${calls})`, fieldTable(operation)];
}

/** The page of a resource: each of its operations with its fields, from the pages of the node and openapi/. */
export async function resourcePage(face: Face, resource: Resource) {
	const { name, description, operations } = resource;
	const path = pathOf(face, resource);
	const index = relative(dirname(path), face.index);
	return await page(join(projectFolder, 'docs', path), [
		`# ${name}`,
		`${sentence(description)} What all operations have in common is in the [list of operations](${index}).`,
		...operations.flatMap(operationSection),
	]);
}
