import '../test/engine/helpers/userFolder.mts';
import { PackageDirectoryLoader } from 'n8n-core';
import { getRequestHelperFunctions } from 'n8n-core/dist/execution-engine/node-execution-context/utils/request-helpers/factory.js';
import type {
	IAllExecuteFunctions,
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	INode,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';
import { projectFolder } from '../scripts/project.mts';
import type { CredentialValues } from '../test/simulator/index.mts';

const loader = new PackageDirectoryLoader(projectFolder);
await loader.loadAll();

async function authenticate(
	credential: ICredentialDataDecryptedObject,
	typeName: string,
	options: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
	const { authenticate: sign } = loader.getCredential(typeName).type;
	if (typeof sign !== 'function') throw new Error(`${typeName} signs nothing`);
	return await sign(credential, options);
}

/** What a node has to make calls with: n8n's own request helpers, and the built credential that signs. */
export function helperContext(credential: CredentialValues): IAllExecuteFunctions {
	const node = { name: 'Bench', type: 'bench' } as INode;
	const credentialsHelper = {
		getParentTypes: () => [],
		preAuthentication: async () => undefined,
		authenticate,
	};
	const additionalData = { credentialsHelper } as unknown as IWorkflowExecuteAdditionalData;
	return {
		helpers: getRequestHelperFunctions({} as Workflow, node, additionalData),
		getNode: () => node,
		getCredentials: async () => ({ ...credential }),
	} as unknown as IAllExecuteFunctions;
}
