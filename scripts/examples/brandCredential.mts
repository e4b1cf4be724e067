import type { Simulator } from '../../test/simulator/index.mts';
import type { Credential } from '../n8n/workflow.mts';

/** @returns the credential with which a brand calls the simulator for itself */
export function brandCredentialOf({ brandCredential }: Simulator): Credential {
	return {
		id: 'brand',
		name: 'WeChat Pay brand',
		type: 'weChatPayBrandApi',
		data: brandCredential,
	};
}
