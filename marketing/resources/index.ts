import type { Resource } from '../operation/resource';
import { brandStore } from './brandStore';
import { cashCoupon } from './cashCoupon';
import { cashCouponStock } from './cashCouponStock';
import { deliveryPlan } from './deliveryPlan';
import { image } from './image';
import { merchantCoupon } from './merchantCoupon';
import { merchantCouponCode } from './merchantCouponCode';
import { merchantCouponStock } from './merchantCouponStock';
import { merchantCouponSubsidy } from './merchantCouponSubsidy';
import { notificationAddress } from './notificationAddress';
import { partnership } from './partnership';
import { payGiftActivity } from './payGiftActivity';
import { productCoupon } from './productCoupon';
import { productCouponStock } from './productCouponStock';
import { productCouponStockBundle } from './productCouponStockBundle';
import { userProductCoupon } from './userProductCoupon';
import { userProductCouponBundle } from './userProductCouponBundle';

/** All that the node can do, in the order in which it is shown. */
export const resources: readonly Resource[] = [
	brandStore,
	cashCoupon,
	cashCouponStock,
	deliveryPlan,
	image,
	merchantCoupon,
	merchantCouponCode,
	merchantCouponStock,
	merchantCouponSubsidy,
	notificationAddress,
	partnership,
	payGiftActivity,
	productCoupon,
	userProductCouponBundle,
	userProductCoupon,
	productCouponStock,
	productCouponStockBundle,
];

/** The resource that is chosen when none was. */
export const usualResource = productCoupon.value;
