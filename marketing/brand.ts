import { BRAND } from '../wechatpay/credential';
import { parserOf, type Account } from './account';
import { requestsPerSecond } from './items/settings';
import type { Operation } from './operation/page';
import type { Resource } from './operation/resource';
import { standInOf, type Parameter } from './parameters/parameter';
import { resources } from './resources';
import { getAll as getAllPlans } from './resources/deliveryPlan/ofBrand/getAll';
import { planOfBrand } from './resources/deliveryPlan/ofBrand/plan';
import { resume } from './resources/deliveryPlan/ofBrand/resume';
import type { Quota } from './transport/endpoint';
import { brandWords } from './words/brand';

/** Where a brand finds what somebody else finds on its behalf. */
const PATHS: ReadonlyArray<readonly [ofPartner: string, ofBrand: string]> = [
	['/v3/marketing/partner/', '/brand/marketing/'],
	['/v3/brand/partner/store/', '/brand/store/'],
];

/** What WeChat Pay knows from the signature of a brand: the brand, and that no service provider calls. */
const IMPLIED: readonly string[] = ['brand_id', 'sp_mchid'];

const perSecond = (calls: number): Quota => ({ calls, per: 'second' });
const perMinute = (calls: number): Quota => ({ calls, per: 'minute' });

/** The quotas of a brand where they are others, by method and path. */
const QUOTAS: Readonly<Record<string, Quota>> = {
	'POST /brand/marketing/product-coupon/image-generation-tasks': perSecond(10),
	'POST /brand/marketing/delivery-plan/delivery-plans': perSecond(50),
	'PATCH /brand/marketing/delivery-plan/delivery-plans/{plan_id}': perSecond(50),
	'POST /brand/marketing/delivery-plan/notify-url': perSecond(1),
	'POST /brand/store/brandstores': perMinute(900),
	'POST /brand/store/brandstores/{store_id}/close': perMinute(900),
	'POST /brand/store/brandstores/{store_id}/resume': perMinute(900),
	'POST /brand/store/brandstores/{store_id}/bindrecipient': perMinute(900),
	'POST /brand/store/brandstores/{store_id}/unbindrecipient': perMinute(900),
};

const PAGES = 'https://pay.weixin.qq.com/doc/brand/';

/** The official pages for a brand, by resource and operation; of some the number is not known. */
const PAGE_NUMBERS: Readonly<Record<string, number>> = {
	'brandStore.bindRecipient': 4015782993,
	'brandStore.close': 4016756637,
	'brandStore.create': 4015782988,
	'brandStore.delete': 4015783019,
	'brandStore.get': 4015783027,
	'brandStore.getAll': 4016756646,
	'brandStore.reopen': 4016756643,
	'brandStore.unbindRecipient': 4015783007,
	'brandStore.update': 4015783036,
	'deliveryPlan.create': 4018381114,
	'deliveryPlan.update': 4018381209,
	'image.generate': 4017327691,
	'image.getGenerated': 4017327697,
	'image.uploadForProductCoupon': 4015736285,
	'notificationAddress.getForProductCoupons': 4015736292,
	'notificationAddress.setForDeliveryPlans': 4018381183,
	'notificationAddress.setForProductCoupons': 4015736293,
	'productCoupon.create': 4015736297,
	'productCoupon.deactivate': 4015736315,
	'productCoupon.get': 4015736321,
	'productCoupon.update': 4015736325,
	'productCouponStock.associateStores': 4015736339,
	'productCouponStock.create': 4015736342,
	'productCouponStock.deactivate': 4015736352,
	'productCouponStock.disassociateStores': 4015736372,
	'productCouponStock.getAll': 4015736384,
	'productCouponStock.getAssociatedStores': 4015736379,
	'productCouponStock.updateBudget': 4015736398,
	'productCouponStock.uploadCouponCodes': 4015736400,
	'productCouponStockBundle.associateStores': 4016279709,
	'productCouponStockBundle.updateBudget': 4016279740,
	'userProductCoupon.confirm': 4015736403,
	'userProductCoupon.deactivate': 4015736411,
	'userProductCoupon.get': 4015736414,
	'userProductCoupon.getAll': 4015736420,
	'userProductCoupon.return': 4015736429,
	'userProductCoupon.send': 4015736390,
	'userProductCoupon.use': 4015736433,
	'userProductCouponBundle.deactivate': 4016279743,
	'userProductCouponBundle.preSend': 4016279756,
	'userProductCouponBundle.send': 4016279745,
};

/** What a brand has in place of an operation of a service provider, by resource and operation. */
const OTHERS: Readonly<Record<string, Operation>> = {
	'deliveryPlan.getAll': getAllPlans,
	// Terminating is not documented for brands.
	'deliveryPlan.terminate': resume,
};

/** A brand's own: its plans are listed without a word about whose they are. */
const PARAMETERS: Readonly<Record<string, Parameter>> = { plan_id: planOfBrand };

/** @returns the path for a brand; the same where it has none of its own */
function pathOf(path: string): string {
	const twin = PATHS.find(([ofPartner]) => path.startsWith(ofPartner));
	if (!twin) return path;
	const [ofPartner, ofBrand] = twin;
	return ofBrand + path.slice(ofPartner.length).replace('/{sp_mchid}', '');
}

/** A brand that calls for itself: what it says in another way is derived from the pages. */
export const brandAccount: Account = {
	credential: 'weChatPayBrandApi',
	parse: parserOf(BRAND, brandWords),
	words: brandWords,
	endpointOf(endpoint) {
		const path = pathOf(endpoint.path);
		const quota = QUOTAS[`${endpoint.method} ${path}`];
		return { ...endpoint, path, ...(quota && { quota }) };
	},
	implies: (wire) => IMPLIED.includes(wire),
	standIns: {},
};

/** The parameter as a brand has it: its credential stands in for nothing that a field does not hold. */
function parameterOf(parameter: Parameter): Parameter {
	const own = PARAMETERS[parameter.wire] ?? parameter;
	if (standInOf(own) === undefined) return own;
	const field = { ...own.field, ...(own.place === 'own' && { required: true }) };
	delete field.placeholder;
	return { ...own, field };
}

/**
 * Makes the operation of a brand of that of a service provider: nothing when a brand has no such call.
 *
 * @param name by resource and operation
 */
function ofBrand(operation: Operation, name: string): Operation[] {
	const other = OTHERS[name];
	if (other) return [other];
	const page = PAGE_NUMBERS[name];
	const endpoint = {
		...brandAccount.endpointOf(operation.endpoint),
		documentationUrl: page === undefined ? undefined : `${PAGES}${page}`,
	};
	if (!endpoint.path.startsWith('/brand/')) return [];
	const pace = requestsPerSecond(endpoint.quota);
	return [
		{
			...operation,
			endpoint,
			parameters: operation.parameters
				.filter(({ wire }) => !brandAccount.implies(wire))
				.map(parameterOf),
			settings: operation.settings.map((one) => (one.wire === pace.wire ? pace : one)),
		},
	];
}

/** All that the node of a brand can do, in the order in which it is shown. */
export const brandResources: readonly Resource[] = resources
	.map((resource) => ({
		...resource,
		operations: resource.operations.flatMap((one) =>
			ofBrand(one, `${resource.value}.${one.value}`),
		),
	}))
	.filter(({ operations }) => operations.length > 0);
