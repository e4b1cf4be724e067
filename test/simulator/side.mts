import { type KeyObject } from 'node:crypto';
import { readBrandOperations } from './api/brandOperations.mts';
import { type Operation, readOperations } from './api/operations.mts';
import { RequestCheck, type RequestValues } from './api/requestCheck.mts';
import { RequestNumbers } from './api/requestNumbers.mts';
import {
	AuthorizationCheck,
	BRAND_AUTHORIZATION,
	MERCHANT_AUTHORIZATION,
} from './authorization.mts';
import {
	type BrandCredentialValues,
	type CredentialValues,
	type Unplaced,
	type WeChatPayKeys,
} from './credential.mts';
import { accountOperations } from './endpoints/account/operations.mts';
import { handlers } from './endpoints/index.mts';
import { isJsonObject, type JsonObject, type JsonValue } from './json.mts';
import { type NotificationKeys } from './notifications/notification.mts';
import { Quotas } from './quota.mts';

/** What WeChat Pay has for a kind of account. */
export interface Side {
	operations: readonly Operation[];
	authorization: AuthorizationCheck;
	requestCheck: RequestCheck;
	quotas: Quotas;
	requestNumbers: RequestNumbers;
	/** The key that signs the answers. */
	key: KeyObject;
	keyId: string;
	/** How they are signed. */
	scheme: string;
	/** What notifications are made with. */
	notificationKeys: NotificationKeys;
	/** Whether every call must name the key. */
	demandsKeyId: boolean;
	/** The values of a request with what the signature says already. */
	whole(values: RequestValues): RequestValues;
	/** An answer as this kind of account gets it. */
	shown(answer: JsonObject): JsonObject;
}

interface SideOptions<Values> {
	credential: Unplaced<Values>;
	keys: WeChatPayKeys;
	/** In milliseconds. */
	clock: () => number;
	quotaPerSecond: number | undefined;
}

// Reading the description takes a while, so all simulators of a process share it.
const isPlayed = ({ id }: Operation) => handlers[id] !== undefined;
const ofMerchants = [...accountOperations, ...readOperations()].filter(isPlayed);
const ofBrands = readBrandOperations().filter(isPlayed);
const checkOfMerchants = new RequestCheck();
const checkOfBrands = new RequestCheck();

/** The side of merchants and service providers. */
export function merchantSide({
	credential,
	keys,
	clock,
	quotaPerSecond,
}: SideOptions<CredentialValues>): Side {
	const { mchid, serialNo, publicKeyId } = credential;
	const caller = { id: mchid, serialNo, publicKey: keys.callerPublicKey };
	return {
		operations: ofMerchants,
		authorization: new AuthorizationCheck(caller, MERCHANT_AUTHORIZATION, clock),
		requestCheck: checkOfMerchants,
		quotas: new Quotas(quotaPerSecond, clock),
		requestNumbers: new RequestNumbers(),
		key: keys.privateKey,
		keyId: publicKeyId,
		scheme: MERCHANT_AUTHORIZATION.scheme,
		notificationKeys: {
			...MERCHANT_AUTHORIZATION,
			...credential,
			...keys,
			notificationKey: credential.apiV3Key,
		},
		demandsKeyId: false,
		whole: (values) => values,
		shown: (answer) => answer,
	};
}

const STATE_PREFIX = 'PLAN_';

/** What the signature of a brand says. */
const IMPLIED = ['brand_id', 'sp_mchid'];

/** The value without what the signature says, and with the states of plans as brands know them. */
function ofBrand(value: JsonValue | undefined): JsonValue | undefined {
	if (Array.isArray(value)) return value.map((one) => ofBrand(one) ?? null);
	if (!isJsonObject(value)) return value;
	const members = Object.entries(value).filter(([name]) => !IMPLIED.includes(name));
	return Object.fromEntries(
		members.map(([name, member]) => [
			name,
			name === 'plan_state' ? String(member).replace(STATE_PREFIX, '') : ofBrand(member),
		]),
	);
}

/** The side of a brand: it does what it would do for a service provider that calls on behalf of the brand. */
export function brandSide(
	{ credential, keys, clock, quotaPerSecond }: SideOptions<BrandCredentialValues>,
	mchid: string,
): Side {
	const { brandId, serialNo, publicKeyId } = credential;
	const caller = { id: brandId, serialNo, publicKey: keys.callerPublicKey };
	const implied = { brand_id: brandId, sp_mchid: mchid };
	return {
		operations: ofBrands,
		authorization: new AuthorizationCheck(caller, BRAND_AUTHORIZATION, clock),
		requestCheck: checkOfBrands,
		quotas: new Quotas(quotaPerSecond, clock),
		requestNumbers: new RequestNumbers(),
		key: keys.privateKey,
		keyId: publicKeyId,
		scheme: BRAND_AUTHORIZATION.scheme,
		notificationKeys: {
			...BRAND_AUTHORIZATION,
			...credential,
			...keys,
			notificationKey: credential.apiKey,
		},
		demandsKeyId: true,
		whole({ path, query, body, ...rest }) {
			const state = query['plan_state'];
			return {
				...rest,
				path: { ...path, ...implied },
				query: {
					...query,
					...(state !== undefined && { plan_state: `${STATE_PREFIX}${String(state)}` }),
				},
				body: { ...(body as JsonObject | undefined), brand_id: brandId },
			};
		},
		shown: (answer) => ofBrand(answer) as JsonObject,
	};
}
