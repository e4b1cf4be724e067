import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { projectFolder } from '../../scripts/project.mts';

/** What the built node tells n8n of itself. */
export function builtDescription(): INodeTypeDescription {
	const load = createRequire(join(projectFolder, 'package.json'));
	const { WeChatPayMarketing } = load('./dist') as {
		WeChatPayMarketing: new () => { description: INodeTypeDescription };
	};
	return new WeChatPayMarketing().description;
}
