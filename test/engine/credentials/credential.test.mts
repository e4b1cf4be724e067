import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { CredentialValues } from '../../simulator/index.mts';
import { FIRST_STORES } from '../../simulator/shop.mts';
import { run } from '../helpers/engine.mts';
import { OPERATIONS } from '../helpers/operations.mts';
import { useSimulator } from '../helpers/useSimulator.mts';

const simulator = useSimulator();

const look = (credential: CredentialValues) =>
	run({ credential, parameters: OPERATIONS['Merchant Coupon Stock: Get'] ?? {} });

function otherPrivateKey(): string {
	return generateKeyPairSync('rsa', { modulusLength: 2048 })
		.privateKey.export({ type: 'pkcs8', format: 'pem' })
		.toString();
}

describe('Credential', () => {
	test('works with values as they come out of a form: lost line ends, blanks, lower case', async () => {
		const { credential } = simulator();
		const { items } = await look({
			...credential,
			mchid: ` ${credential.mchid} `,
			serialNo: ` ${credential.serialNo.toLowerCase()}\n`,
			privateKey: credential.privateKey.replaceAll('\n', ' '),
			publicKey: `"${credential.publicKey.replaceAll('\n', '\\n')}"`,
			publicKeyId: `${credential.publicKeyId} `,
			baseUrl: `${credential.baseUrl}/`,
		});
		expect(items).toHaveLength(1);
		expect(simulator().requests).toMatchObject([{ signature: 'valid' }]);
	});

	test.each<[string, (right: CredentialValues) => Partial<CredentialValues>, RegExp]>([
		['an empty merchant ID', () => ({ mchid: '' }), /^Merchant ID in the credential is empty/],
		[
			'swapped keys',
			({ privateKey, publicKey }) => ({ privateKey: publicKey, publicKey: privateKey }),
			/^Merchant Private Key in the credential is a public key/,
		],
		[
			"the merchant's own public key",
			({ privateKey }) => ({
				publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString(),
			}),
			/^WeChat Pay Public Key in the credential is the merchant's own public key/,
		],
		[
			'a public key ID as serial number',
			({ publicKeyId }) => ({ serialNo: publicKeyId }),
			/^Merchant API Certificate Serial Number in the credential holds a public key ID/,
		],
		[
			'a base URL with http',
			() => ({ baseUrl: 'http://api.mch.weixin.qq.com' }),
			/^API Base URL in the credential does not begin with https/,
		],
	])('%s is named before any call', async (_, change, message) => {
		const { credential } = simulator();
		const { error } = await look({ ...credential, ...change(credential) });
		expect(error?.message).toMatch(message);
		expect(error?.message).toMatch(/\[item 0\]$/);
		expect(simulator().requests).toEqual([]);
	});

	test('a private key of another merchant says what to compare', async () => {
		const { error } = await look({ ...simulator().credential, privateKey: otherPrivateKey() });
		expect(error?.message).toMatch(/^WeChat Pay does not accept the signature.*SIGN_ERROR/);
		expect(error?.description).toContain('belong together');
		expect(simulator().requests).toMatchObject([{ status: 401, code: 'SIGN_ERROR' }]);
	});

	test('a public key of another merchant gives no data', async () => {
		const publicKey = createPublicKey(otherPrivateKey())
			.export({ type: 'spki', format: 'pem' })
			.toString();
		const { items, error } = await look({ ...simulator().credential, publicKey });
		expect(items).toEqual([]);
		expect(error?.message).toContain('(check: signature)');
		expect(error?.description).toContain('WeChat Pay Public Key in the credential');
	});

	test('no key and no signature is in what n8n keeps of an execution', async () => {
		const { credential } = simulator();
		simulator().misbehave({ kind: 'resetBeforeWork' });
		const outcomes = [
			await look(credential),
			await look({ ...credential, privateKey: otherPrivateKey() }),
			await look({ ...credential, baseUrl: 'http://127.0.0.1:1' }),
			await look(credential),
		];
		const kept = JSON.stringify(outcomes.map(({ run: executed }) => executed));
		expect(kept).not.toMatch(/PRIVATE KEY|WECHATPAY2-SHA256/);
		expect(kept).not.toContain(credential.privateKey.split('\n')[1]);
		expect(kept).not.toContain(credential.apiV3Key);
	});

	test('rows of one stock whose credential is another one are sent by their own merchant', async () => {
		const { credential } = simulator();
		const { items, errorItems } = await run({
			credential: { ...credential, mchid: '={{ $json.mchid }}' },
			parameters: {
				...OPERATIONS['Product Coupon Stock: Disassociate Stores'],
				storeIds: '={{ $json.store_id }}',
			},
			rows: [
				{ mchid: credential.mchid, store_id: FIRST_STORES.coffee },
				{ mchid: '1999999999', store_id: String(Number(FIRST_STORES.coffee) + 1) },
			],
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ json }) => json.store_id)).toEqual([FIRST_STORES.coffee]);
		expect(errorItems.map(({ json }) => json.details)).toMatchObject([{ outcome: 'refused' }]);
	});
});
