import { addressNotSet, merchantUnknown } from '../../refusals.mts';
import { type NotifyUrlKind } from '../../shop.mts';
import { beijingTime } from '../productCoupon/beijingTime.mts';
import { type Call, type Handler, valuesOf } from '../handler.mts';

interface AddressValues {
	mchid?: string;
	sp_mchid?: string;
	notify_url: string;
}

function checkMerchant(call: Call): void {
	const { mchid, sp_mchid } = valuesOf<AddressValues>(call);
	const asked = mchid ?? sp_mchid ?? call.shop.mchid;
	if (asked !== call.shop.mchid) throw merchantUnknown();
}

/** Reads an address with the members that its answer has beside it. */
function reading(kind: NotifyUrlKind, beside: (call: Call) => object): Handler {
	return (call) => {
		checkMerchant(call);
		const notify_url = call.shop.notifyUrl(kind);
		if (notify_url === undefined) throw addressNotSet();
		return { notify_url, ...beside(call) };
	};
}

/** Sets an address, in the place of the one that is there. */
function setting(kind: NotifyUrlKind, beside: (call: Call) => object): Handler {
	return (call) => {
		checkMerchant(call);
		const { notify_url } = valuesOf<AddressValues>(call);
		call.shop.setNotifyUrl(kind, notify_url);
		return { notify_url, ...beside(call) };
	};
}

const time = ({ now }: Call) => ({ update_time: beijingTime(now) });
const merchant = ({ shop }: Call) => ({ mchid: shop.mchid });
const both = (call: Call) => ({ ...time(call), ...merchant(call) });
const nothing = () => ({});

/** 获取商品券事件通知地址 */
export const getProductCouponAddress = reading('productCoupons', time);
/** 设置商品券事件通知地址 */
export const setProductCouponAddress = setting('productCoupons', time);
/** 设置投放计划回调地址 */
export const setDeliveryPlanAddress = setting('deliveryPlans', nothing);
/** 查询商家券事件通知地址 */
export const getMerchantCouponAddress = reading('merchantCoupons', merchant);
/** 设置商家券事件通知地址 */
export const setMerchantCouponAddress = setting('merchantCoupons', both);
/** 查询代金券消息通知地址 */
export const getCashCouponAddress = reading('cashCoupons', merchant);
/** 设置代金券消息通知地址 */
export const setCashCouponAddress = setting('cashCoupons', time);
