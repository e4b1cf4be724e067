/** What Chinese readers call the resources, by the resource's value, and the operations that WeChat Pay has no name for. */
export const RESOURCE_NAMES_ZH: Readonly<Record<string, string>> = {
	cashCoupon: '代金券',
	cashCouponStock: '代金券批次',
	deliveryPlan: '投放计划',
	image: '图片',
	merchantCoupon: '用户商家券',
	merchantCouponCode: '商家券券码',
	merchantCouponStock: '商家券批次',
	merchantCouponSubsidy: '商家券补差',
	notificationAddress: '通知地址',
	partnership: '合作关系',
	payGiftActivity: '支付有礼',
	productCoupon: '商品券',
	productCouponStock: '商品券批次',
	productCouponStockBundle: '商品券批次组',
	userProductCoupon: '用户商品券',
	userProductCouponBundle: '用户商品券组',
};
