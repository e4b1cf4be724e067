import type { IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** The parameter `options` of the trigger. */
export interface TriggerOptions {
	replaceAddress: boolean;
	confirmProductCoupons: boolean;
	testMessage: boolean;
}

/** What is not there is off. */
export function optionsOf(context: IHookFunctions | IWebhookFunctions): TriggerOptions {
	const given = context.getNodeParameter('options', {}) as IDataObject;
	return {
		replaceAddress: given.replaceAddress === true,
		confirmProductCoupons: given.confirmProductCoupons === true,
		testMessage: given.testMessage === true,
	};
}
