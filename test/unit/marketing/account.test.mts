import { expect, test } from '@jest/globals';
import { WeChatPayMarketingApi } from '../../../credentials/WeChatPayMarketingApi.credentials.ts';
import { merchantAccount } from '../../../marketing/account.ts';
import { MERCHANT } from '../../../wechatpay/credential.ts';
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
		merchantId: 'callerId',
		brandId: 'defaultBrandId',
		appid: 'defaultAppid',
	});
	expect(names).toEqual(expect.arrayContaining(['defaultBrandId', 'defaultAppid']));
});

test('its labels are those of the credential', () => {
	const named = Object.entries(MERCHANT.names).map(([field, name]) => [name, field]);
	const fieldOf = Object.fromEntries(named) as Record<string, string>;
	const shown = new WeChatPayMarketingApi().properties.map(({ name, displayName }) => [
		fieldOf[name] ?? name,
		displayName,
	]);
	expect(Object.fromEntries(shown)).toMatchObject(merchantAccount.words.labels.fields);
});
