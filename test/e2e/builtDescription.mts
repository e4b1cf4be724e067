import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { projectFolder } from '../../scripts/project.mts';

type Built = Record<
	'WeChatPayMarketing' | 'WeChatPayMarketingTrigger',
	new () => { description: INodeTypeDescription }
>;

function built(): Built {
	const load = createRequire(join(projectFolder, 'package.json'));
	return load('./dist') as Built;
}

/** What the built node tells n8n of itself. */
export function builtDescription(): INodeTypeDescription {
	return new (built().WeChatPayMarketing)().description;
}

/** What the built trigger tells n8n of itself. */
export function builtTriggerDescription(): INodeTypeDescription {
	return new (built().WeChatPayMarketingTrigger)().description;
}
