import { type Ask } from '../../simulator/asker.mts';
import { examples } from '../../simulator/examples.mts';
import { type JsonObject } from '../../simulator/index.mts';
import { type Shop } from '../../simulator/shop.mts';
import { brandStore } from './brandStore.mts';
import { cashCoupon } from './cashCoupon.mts';
import { deliveryPlan } from './deliveryPlan.mts';
import { image } from './image.mts';
import { merchantCoupon } from './merchantCoupon.mts';
import { merchantCouponSubsidy } from './merchantCouponSubsidy.mts';
import { notificationAddress } from './notificationAddress.mts';
import { partnership } from './partnership.mts';
import { payGiftActivity } from './payGiftActivity.mts';
import { productCoupon } from './productCoupon.mts';

/** Gives values under WeChat Pay's names with which an operation does its work; each time others where it must. */
export type Example = (ask: Ask, shop: Shop) => Promise<JsonObject> | JsonObject;

/** More of each operation, by its name in openapi/: with the values that may be left out, and the other choices. */
const more: Readonly<Record<string, readonly Example[]>> = {
	...brandStore,
	...cashCoupon,
	...deliveryPlan,
	...image,
	...merchantCoupon,
	...merchantCouponSubsidy,
	...notificationAddress,
	...partnership,
	...payGiftActivity,
	...productCoupon,
};

/**
 * @param id name of an operation in openapi/
 * @returns examples of it, the first with what is required; together they give every value once
 */
export function examplesOf(id: string): Example[] {
	const plain = examples[id];
	return [...(plain ? [plain] : []), ...(more[id] ?? [])];
}
