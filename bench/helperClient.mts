import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';
import { credentialType } from '../scripts/project.mts';
import type { CredentialValues } from '../test/simulator/index.mts';
import { helperContext } from './n8nHelpers.mts';

/** What a reader of the tables sees. */
export const HELPER = "n8n's request helper alone, unverified";

/**
 * The least that a call costs inside n8n: n8n's request helper and a credential that signs, without a node,
 * without a workflow, and without verifying the answer.
 */
export class HelperClient {
	private readonly context: IAllExecuteFunctions;

	constructor(private readonly credential: CredentialValues) {
		this.context = helperContext(credential);
	}

	/** @throws Error when the answer is not 2xx */
	async get(target: string): Promise<unknown> {
		return await this.call({ method: 'GET', url: target });
	}

	/** @throws Error when the answer is not 2xx */
	async post(target: string, body: object): Promise<unknown> {
		return await this.call({ method: 'POST', url: target, body });
	}

	private async call(options: IHttpRequestOptions): Promise<unknown> {
		const { httpRequestWithAuthentication } = this.context.helpers;
		return await httpRequestWithAuthentication.call(this.context, credentialType, {
			...options,
			url: this.credential.baseUrl + options.url,
			json: true,
		});
	}
}
