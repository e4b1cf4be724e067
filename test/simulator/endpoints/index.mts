import { echo, getCertificates } from './account/handlers.mts';
import {
	getCoupon as getCashCoupon,
	listCoupons as listCashCoupons,
	sendCoupon as sendCashCoupon,
} from './cashCoupon/coupons.mts';
import {
	createStock as createCashCouponStock,
	getStock as getCashCouponStock,
	listItems,
	listMerchants,
	listStocks as listCashCouponStocks,
	modifyItems,
	pauseStock,
	restartStock,
	startStock,
	stopStock,
} from './cashCoupon/stocks.mts';
import {
	getRefundReport,
	getRefundReportOfDay,
	getUseReport,
	getUseReportOfDay,
} from './cashCoupon/reports.mts';
import { createPlan, listPlans, terminatePlan, updatePlan } from './deliveryPlan/plans.mts';
import { type Handler } from './handler.mts';
import { createImageTask, getImageTask } from './image/imageTasks.mts';
import { uploadImage, uploadProductCouponImage } from './image/uploads.mts';
import {
	deleteMerchantCode,
	getMerchantCode,
	listMerchantCodes,
	uploadMerchantCodes,
} from './merchantCoupon/codes.mts';
import { getMerchantCoupon, listMerchantCoupons } from './merchantCoupon/coupons.mts';
import {
	associateOrder,
	deactivateMerchantCoupon,
	disassociateOrder,
	returnMerchantCoupon,
	useMerchantCoupon,
} from './merchantCoupon/couponUse.mts';
import {
	preSendMerchantCoupon,
	sendConsumptionCard,
	sendMerchantCoupon,
} from './merchantCoupon/sending.mts';
import {
	createMerchantStock,
	getMerchantStock,
	updateMerchantBudget,
	updateMerchantStock,
} from './merchantCoupon/stocks.mts';
import {
	getSubsidy,
	getSubsidyReturn,
	listSubsidies,
	paySubsidy,
	returnSubsidy,
} from './merchantCoupon/subsidies.mts';
import {
	getCashCouponAddress,
	getMerchantCouponAddress,
	getProductCouponAddress,
	setCashCouponAddress,
	setDeliveryPlanAddress,
	setMerchantCouponAddress,
	setProductCouponAddress,
} from './notificationAddress/addresses.mts';
import {
	buildPartnership,
	listPartnerships,
	terminatePartnership,
} from './partnership/partnerships.mts';
import {
	createActivity,
	getActivity,
	listActivities,
	terminateActivity,
} from './payGift/activities.mts';
import {
	addActivityMerchants,
	deleteActivityMerchants,
	listActivityGoods,
	listActivityMerchants,
} from './payGift/ofActivity.mts';
import { uploadCouponCodes } from './productCoupon/couponCodes.mts';
import {
	createCoupon,
	deactivateCoupon,
	getCoupon,
	updateCoupon,
} from './productCoupon/coupons.mts';
import { createBundle, updateBundle, updateBundleBudget } from './productCoupon/stockBundles.mts';
import {
	createStock,
	deactivateStock,
	getStock,
	listStocks,
	updateBudget,
	updateStock,
} from './productCoupon/stocks.mts';
import {
	associateBundleStores,
	associateStores,
	disassociateBundleStores,
	disassociateStores,
	listAssociatedStores,
} from './productCoupon/stores.mts';
import {
	deactivateUserCouponBundle,
	preSendUserCouponBundle,
	sendUserCouponBundle,
} from './productCoupon/userCouponBundles.mts';
import {
	getUserCoupon,
	listUserCoupons,
	preSendUserCoupon,
	sendUserCoupon,
} from './productCoupon/userCoupons.mts';
import {
	confirmUserCoupon,
	deactivateUserCoupon,
	returnUserCoupon,
	useUserCoupon,
} from './productCoupon/userCouponUse.mts';

/** What the simulator does, by the names of the operations; it knows no others. */
export const handlers: Readonly<Record<string, Handler | undefined>> = {
	'account.echo': echo,
	'account.getCertificates': getCertificates,
	'busifavorCallback.get': getMerchantCouponAddress,
	'busifavorCallback.set': setMerchantCouponAddress,
	'busifavorCode.delete': deleteMerchantCode,
	'busifavorCode.get': getMerchantCode,
	'busifavorCode.list': listMerchantCodes,
	'busifavorCode.upload': uploadMerchantCodes,
	'busifavorConsumptionCard.send': sendConsumptionCard,
	'busifavorCoupon.associate': associateOrder,
	'busifavorCoupon.deactivate': deactivateMerchantCoupon,
	'busifavorCoupon.disassociate': disassociateOrder,
	'busifavorCoupon.get': getMerchantCoupon,
	'busifavorCoupon.list': listMerchantCoupons,
	'busifavorCoupon.return': returnMerchantCoupon,
	'busifavorCoupon.send': sendMerchantCoupon,
	'busifavorCoupon.use': useMerchantCoupon,
	'busifavorProductCoupon.preSend': preSendMerchantCoupon,
	'busifavorProductCoupon.send': sendMerchantCoupon,
	'busifavorStock.create': createMerchantStock,
	'busifavorStock.get': getMerchantStock,
	'busifavorStock.update': updateMerchantStock,
	'busifavorStock.updateBudget': updateMerchantBudget,
	'busifavorSubsidy.getPayReceipt': getSubsidy,
	'busifavorSubsidy.getReturnReceipt': getSubsidyReturn,
	'busifavorSubsidy.listPayReceipts': listSubsidies,
	'busifavorSubsidy.pay': paySubsidy,
	'busifavorSubsidy.return': returnSubsidy,
	'deliveryPlan.create': createPlan,
	'deliveryPlan.list': listPlans,
	'deliveryPlan.terminate': terminatePlan,
	'deliveryPlan.update': updatePlan,
	'deliveryPlanNotifyConfig.set': setDeliveryPlanAddress,
	'favorCallback.get': getCashCouponAddress,
	'favorCallback.set': setCashCouponAddress,
	'favorCoupon.get': getCashCoupon,
	'favorCoupon.list': listCashCoupons,
	'favorCoupon.send': sendCashCoupon,
	'favorStock.create': createCashCouponStock,
	'favorStock.get': getCashCouponStock,
	'favorStock.list': listCashCouponStocks,
	'favorStock.listItems': listItems,
	'favorStock.listMerchants': listMerchants,
	'favorStock.modifyItems': modifyItems,
	'favorStock.pause': pauseStock,
	'favorStock.restart': restartStock,
	'favorStock.start': startStock,
	'favorStock.stop': stopStock,
	'favorStock.getRefundFlow': getRefundReport,
	'favorStock.getRefundFlowByDay': getRefundReportOfDay,
	'favorStock.getUseFlow': getUseReport,
	'favorStock.getUseFlowByDay': getUseReportOfDay,
	'marketingMedia.uploadImage': uploadImage,
	'partnership.build': buildPartnership,
	'partnership.list': listPartnerships,
	'partnership.terminate': terminatePartnership,
	'payGiftActivity.addMerchants': addActivityMerchants,
	'payGiftActivity.create': createActivity,
	'payGiftActivity.deleteMerchants': deleteActivityMerchants,
	'payGiftActivity.get': getActivity,
	'payGiftActivity.list': listActivities,
	'payGiftActivity.listGoods': listActivityGoods,
	'payGiftActivity.listMerchants': listActivityMerchants,
	'payGiftActivity.terminate': terminateActivity,
	'productCoupon.create': createCoupon,
	'productCoupon.deactivate': deactivateCoupon,
	'productCoupon.get': getCoupon,
	'productCoupon.update': updateCoupon,
	'productCouponImageTask.create': createImageTask,
	'productCouponImageTask.get': getImageTask,
	'productCouponMedia.uploadImage': uploadProductCouponImage,
	'productCouponNotifyConfig.get': getProductCouponAddress,
	'productCouponNotifyConfig.set': setProductCouponAddress,
	'productCouponStock.associateStores': associateStores,
	'productCouponStock.create': createStock,
	'productCouponStock.deactivate': deactivateStock,
	'productCouponStock.disassociateStores': disassociateStores,
	'productCouponStock.get': getStock,
	'productCouponStock.list': listStocks,
	'productCouponStock.listAssociatedStores': listAssociatedStores,
	'productCouponStock.update': updateStock,
	'productCouponStock.updateBudget': updateBudget,
	'productCouponStock.uploadCouponCodes': uploadCouponCodes,
	'productCouponStockBundle.associateStores': associateBundleStores,
	'productCouponStockBundle.create': createBundle,
	'productCouponStockBundle.disassociateStores': disassociateBundleStores,
	'productCouponStockBundle.update': updateBundle,
	'productCouponStockBundle.updateBudget': updateBundleBudget,
	'productCouponUserCoupon.confirm': confirmUserCoupon,
	'productCouponUserCoupon.deactivate': deactivateUserCoupon,
	'productCouponUserCoupon.get': getUserCoupon,
	'productCouponUserCoupon.list': listUserCoupons,
	'productCouponUserCoupon.preSend': preSendUserCoupon,
	'productCouponUserCoupon.return': returnUserCoupon,
	'productCouponUserCoupon.send': sendUserCoupon,
	'productCouponUserCoupon.use': useUserCoupon,
	'productCouponUserCouponBundle.deactivate': deactivateUserCouponBundle,
	'productCouponUserCouponBundle.preSend': preSendUserCouponBundle,
	'productCouponUserCouponBundle.send': sendUserCouponBundle,
};
