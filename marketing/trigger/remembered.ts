import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';
import type { AddressKind } from './events';

/** An address that this trigger set, or found set already. */
export interface RememberedAddress {
	address: string;
	/** the merchant whose address it is */
	mchid: string;
	/** the one of another system that it took the place of */
	replaced?: string;
}

function read(value: unknown): RememberedAddress | undefined {
	if (!isJsonObject(value)) return undefined;
	const { address, mchid, replaced } = value;
	if (typeof address !== 'string' || typeof mchid !== 'string') return undefined;
	return { address, mchid, ...(typeof replaced === 'string' && { replaced }) };
}

/** The addresses of a trigger in n8n's static data, which outlives restarts. */
export class RememberedAddresses {
	private readonly staticData: IDataObject;

	constructor(context: IHookFunctions) {
		this.staticData = context.getWorkflowStaticData('node');
	}

	get(kind: AddressKind): RememberedAddress | undefined {
		return read(this.all()[kind]);
	}

	set(kind: AddressKind, remembered: RememberedAddress): void {
		this.staticData.addresses = { ...this.all(), [kind]: { ...remembered } };
	}

	forget(kind: AddressKind): void {
		const others = { ...this.all() };
		delete others[kind];
		this.staticData.addresses = others;
	}

	get kinds(): AddressKind[] {
		return Object.keys(this.all()) as AddressKind[];
	}

	/** Whether one of them took the place of another system's. */
	get hasReplaced(): boolean {
		return this.kinds.some((kind) => this.get(kind)?.replaced !== undefined);
	}

	private all(): IDataObject {
		const { addresses } = this.staticData;
		return isJsonObject(addresses) ? addresses : {};
	}
}
