import type { CredentialValues } from '../test/simulator/index.mts';
import { pluginClient } from '../test/simulator/pluginClient.mts';
import { BRANDS } from '../test/simulator/shop.mts';
import { splitUrl } from '../test/simulator/weChatPay.mts';
import { BareClient } from './bareClient.mts';
import { timed, type Client } from './compare.mts';
import { HELPER, HelperClient } from './helperClient.mts';
import { runNode } from './nodeClient.mts';
import { lookUp, lookUpUnpaced, productCouponRows, productCouponTarget } from './targets.mts';

async function repeat(times: number, call: () => Promise<unknown>): Promise<void> {
	for (let done = 0; done < times; done++) await call();
}

/** The built node in n8n's engine, with the pace that it keeps by itself or without one. */
export function lookUpNode(
	credential: CredentialValues,
	count: number,
	pace: 'paced' | 'unpaced',
): Client {
	const parameters = pace === 'paced' ? lookUp : lookUpUnpaced;
	const rows = productCouponRows(count);
	return {
		name: 'this node in n8n',
		run: () => timed(() => runNode(credential, parameters, rows, count)),
	};
}

/** A client, so many calls at a time. */
function lookUpWith(
	name: string,
	client: { get(target: string): Promise<unknown> },
	count: number,
	sideBySide: number,
): Client {
	const work = () => repeat(count / sideBySide, () => client.get(productCouponTarget));
	return {
		name: `${name}, ${sideBySide > 1 ? `${sideBySide} at a time` : 'one by one'}`,
		run: () => timed(() => Promise.all(Array.from({ length: sideBySide }, work))),
	};
}

/** The bare client, so many calls at a time. */
export function lookUpBare(
	credential: CredentialValues,
	count: number,
	sideBySide: number,
): Client {
	return lookUpWith('bare client', new BareClient(credential), count, sideBySide);
}

/** n8n's request helper without a node, as many calls at a time as the node makes when answers take no time. */
export function lookUpHelper(credential: CredentialValues, count: number): Client {
	return lookUpWith(HELPER, new HelperClient(credential), count, 10);
}

/** A published client for Node.js. It keeps its connection, which the others do not. */
export function lookUpPlugin(credential: CredentialValues, count: number): Client {
	const resource = pluginClient(credential)(splitUrl(productCouponTarget).path);
	const call = () => resource.get({ params: { brand_id: BRANDS.coffee } });
	return {
		name: 'wechatpay-axios-plugin, one by one',
		run: () => timed(() => repeat(count, call)),
	};
}
