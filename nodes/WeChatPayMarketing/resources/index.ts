import type { Operation } from '../operation/page';
import type { Resource } from '../operation/resource';
import { merchantCouponStock } from './merchantCouponStock';
import { partnership } from './partnership';
import { productCoupon } from './productCoupon';
import { productCouponStock } from './productCouponStock';
import { productCouponStockBundle } from './productCouponStockBundle';

/** All that the node can do, in the order in which it is shown. */
export const resources: readonly Resource[] = [
	merchantCouponStock,
	partnership,
	productCoupon,
	productCouponStock,
	productCouponStockBundle,
];

/** The resource that is chosen when none was. */
export const usualResource = productCoupon.value;

/**
 * @param resource value of the parameter `resource`
 * @param operation value of the parameter `operation`
 * @throws Error when the node has no such operation
 */
export function findOperation(resource: unknown, operation: unknown): Operation {
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	throw new Error(
		`This node has no operation ${String(operation)} of a resource ${String(resource)}. Choose Resource and Operation again`,
	);
}
