import { setTimeout as delay } from 'node:timers/promises';
import type { IAllExecuteFunctions } from 'n8n-workflow';
import { credentialType } from '../scripts/project.mts';
import type { CredentialValues } from '../test/simulator/index.mts';
import { helperContext } from './n8nHelpers.mts';

/**
 * What n8n's HTTP Request node does with Authentication: Predefined Credential Type, this project's
 * credential, and Batching: a call for every item, begun in batches with a pause between them whether or
 * not they have ended. The calls are made by n8n's own helper. The node itself is not a part of this
 * project's dependencies. Answers are not verified, and refused calls are not repeated.
 */
export class HttpRequestEmulation {
	private readonly context: IAllExecuteFunctions;

	constructor(
		credential: CredentialValues,
		private readonly batch: { size: number; interval: number },
	) {
		this.context = helperContext(credential);
	}

	/** @returns how many of the calls failed */
	async post(uri: string, bodies: object[]): Promise<number> {
		const calls: Promise<unknown>[] = [];
		for (const [index, body] of bodies.entries()) {
			if (index > 0 && index % this.batch.size === 0) await delay(this.batch.interval);
			const call = this.call(uri, body);
			call.catch(() => {});
			calls.push(call);
		}
		const outcomes = await Promise.allSettled(calls);
		return outcomes.filter(({ status }) => status === 'rejected').length;
	}

	private async call(uri: string, body: object): Promise<unknown> {
		const { requestWithAuthentication } = this.context.helpers;
		return await requestWithAuthentication.call(this.context, credentialType, {
			method: 'POST',
			uri,
			headers: { accept: 'application/json,text/*;q=0.99' },
			body,
			json: true,
			gzip: true,
			rejectUnauthorized: true,
			followRedirect: true,
			followAllRedirects: true,
			resolveWithFullResponse: true,
			timeout: 300_000,
		});
	}
}
