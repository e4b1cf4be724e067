import { expect, test } from '@jest/globals';
import { WeChatPayMarketingApi } from '../../../credentials/WeChatPayMarketingApi.credentials.ts';
import { merchantAccount } from '../../../marketing/account.ts';
import { WeChatPayMarketing } from '../../../nodes/WeChatPayMarketing/WeChatPayMarketing.node.ts';
import { WeChatPayMarketingTrigger } from '../../../nodes/WeChatPayMarketing/WeChatPayMarketingTrigger.node.ts';

test("the merchant's account has the credential that its faces ask for", () => {
	const { credential: name } = merchantAccount;
	expect(new WeChatPayMarketingApi().name).toBe(name);
	for (const face of [new WeChatPayMarketing(), new WeChatPayMarketingTrigger()]) {
		expect(face.description.credentials).toEqual([{ name, required: true }]);
	}
});

test('what stands in for a value that nobody gave is a field of the credential', () => {
	const names = new WeChatPayMarketingApi().properties.map(({ name }) => name);
	expect(merchantAccount.standIns).toEqual({
		merchantId: 'mchid',
		brandId: 'defaultBrandId',
		appid: 'defaultAppid',
	});
	expect(names).toEqual(expect.arrayContaining(Object.values(merchantAccount.standIns)));
});

test('its labels are those of the credential', () => {
	const { fields } = merchantAccount.words.labels;
	const shown = new WeChatPayMarketingApi().properties.map(({ name, displayName }) => [
		name,
		displayName,
	]);
	expect(Object.fromEntries(shown)).toMatchObject(fields);
});
