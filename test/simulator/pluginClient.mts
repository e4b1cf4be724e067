import { Wechatpay } from 'wechatpay-axios-plugin';
import type { CredentialValues } from './credential.mts';

interface Answer {
	status: number;
	data: Record<string, unknown>;
}

/** What is used of the plugin, whose own types refer to nothing typed. */
export interface PluginEndpoint {
	get(config: object): Promise<Answer>;
	post(data: object, config?: object): Promise<Answer>;
	patch(data: object): Promise<Answer>;
	delete(config: object): Promise<Answer>;
}

/** A published client for Node.js by another author; gives an endpoint by its raw path. */
export function pluginClient(credential: CredentialValues): (path: string) => PluginEndpoint {
	const { mchid, serialNo, privateKey, publicKeyId, publicKey, baseUrl } = credential;
	const plugin = new Wechatpay({
		mchid,
		serial: serialNo,
		privateKey,
		certs: { [publicKeyId]: publicKey },
		baseURL: baseUrl,
		proxy: false,
	}) as unknown as Record<string, PluginEndpoint>;
	return (path) => plugin[path.slice(1)]!;
}
