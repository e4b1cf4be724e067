import { join } from 'node:path';
import type { Operation } from '../../marketing/operation/page.ts';
import type { Resource } from '../../marketing/operation/resource.ts';
import { projectFolder } from '../project.mts';
import { anchorOf } from './anchor.mts';
import { RESOURCE_NAMES_ZH } from './chineseNames.mts';
import type { Face } from './faces.mts';
import { page, table } from './markdown.mts';
import { isMade, officialName, pathOf } from './resourcePage.mts';

const INTRODUCTION = [
	'Made by `npm run docs` from the pages of the node and from `openapi/`; do not edit. The page of a resource has the fields of each operation:',
	[
		'- **Where**: `required` and `optional` have a field of their own; others stand under Filters, Additional Fields or Options; `column` is one of Fields, which a spreadsheet can fill. `in it` names the members of the JSON above.',
		'- **Condition**: the choices that have the field, or that it must be there with, and what is meant when it is left empty.',
		'- **Rules**: what WeChat Pay documents, checked before a call.',
	].join('\n'),
	'What is not in the tables: every list has Return All and Limit; what has columns has Define, which takes JSON in place of them; reports have Output: rows, or the file; many have Simplify; and every operation has Max Retries, Requests Per Second and Timeout under Options. How a [date or a time](times.md) may be written is the same everywhere.',
	'每个资源一页（英文），列出每个操作的全部字段：字段在 n8n 里的名称、微信支付的参数名、是否必填（required）、由哪些选项决定（Condition）、长度和取值范围（Rules）；`column` 是可以由表格填写的列，`in it` 是 JSON 里的成员。下面各表的“微信支付接口”一栏是官方接口名，点开即官方文档。',
];

function rowOf(face: Face, resource: Resource, operation: Operation): string[] {
	const { name, description } = operation;
	return [
		`[${name}](${pathOf(face, resource)}#${anchorOf(name)})`,
		isMade(operation) ? '（由多个接口组成）' : officialName(operation),
		description,
	];
}

function sectionOf(face: Face, resource: Resource): string[] {
	const nameZh = RESOURCE_NAMES_ZH[resource.value];
	if (!nameZh) throw new Error(`${resource.name} has no Chinese name in chineseNames.mts`);
	return [
		`## ${resource.name} ${nameZh}`,
		table(
			['Operation', '微信支付接口', 'What it does'],
			resource.operations.map((operation) => rowOf(face, resource, operation)),
		),
	];
}

/** The page that lists all operations of a node, in English and with their Chinese names. */
export async function operationsIndex(face: Face) {
	const { title, index, resources } = face;
	return await page(join(projectFolder, 'docs', index), [
		`# ${title}`,
		...INTRODUCTION,
		...resources.flatMap((resource) => sectionOf(face, resource)),
	]);
}
