import { echo, getCertificates } from './account/handlers.mts';
import {
	bindRecipient,
	closeBrandStore,
	createBrandStore,
	deleteBrandStore,
	getAllBrandStores,
	getBrandStore,
	reopenBrandStore,
	unbindRecipient,
	updateBrandStore,
} from './brandStore/stores.mts';
import {
	getCoupon as getCashCoupon,
	getAllCoupons as getAllCashCoupons,
	sendCoupon as sendCashCoupon,
} from './cashCoupon/coupons.mts';
import {
	createStock as createCashCouponStock,
	getStock as getCashCouponStock,
	getItems,
	getMerchants,
	getAllStocks as getAllCashCouponStocks,
	updateItems,
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
import {
	createPlan,
	getAllPlans,
	resumePlan,
	terminatePlan,
	updatePlan,
} from './deliveryPlan/plans.mts';
import { type Handler } from './handler.mts';
import { generateImage, getGeneratedImage } from './image/imageTasks.mts';
import { uploadImage, uploadImageForProductCoupon } from './image/uploads.mts';
import {
	deleteMerchantCode,
	getMerchantCode,
	getAllMerchantCodes,
	uploadMerchantCodes,
} from './merchantCoupon/codes.mts';
import { getMerchantCoupon, getAllMerchantCoupons } from './merchantCoupon/coupons.mts';
import {
	associateOrder,
	deactivateMerchantCoupon,
	disassociateOrder,
	returnMerchantCoupon,
	useMerchantCoupon,
} from './merchantCoupon/couponUse.mts';
import {
	preSendForProduct,
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
	getAllSubsidies,
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
	getAllPartnerships,
	terminatePartnership,
} from './partnership/partnerships.mts';
import {
	createActivity,
	getActivity,
	getAllActivities,
	terminateActivity,
} from './payGiftActivity/activities.mts';
import {
	addActivityMerchants,
	deleteActivityMerchants,
	getActivityGoods,
	getActivityMerchants,
} from './payGiftActivity/ofActivity.mts';
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
	getAllStocks,
	updateBudget,
	updateStock,
} from './productCoupon/stocks.mts';
import {
	associateBundleStores,
	associateStores,
	disassociateBundleStores,
	disassociateStores,
	getAssociatedStores,
} from './productCoupon/stores.mts';
import {
	deactivateUserProductCouponBundle,
	preSendUserProductCouponBundle,
	sendUserProductCouponBundle,
} from './productCoupon/userProductCouponBundles.mts';
import {
	getUserProductCoupon,
	getAllUserProductCoupons,
	preSendUserProductCoupon,
	sendUserProductCoupon,
} from './productCoupon/userProductCoupons.mts';
import {
	confirmUserProductCoupon,
	deactivateUserProductCoupon,
	returnUserProductCoupon,
	useUserProductCoupon,
} from './productCoupon/userProductCouponUse.mts';

/** What the simulator does, by the names of the operations; it knows no others. */
export const handlers: Readonly<Record<string, Handler | undefined>> = {
	'account.echo': echo,
	'account.getCertificates': getCertificates,
	'brandStore.bindRecipient': bindRecipient,
	'brandStore.close': closeBrandStore,
	'brandStore.create': createBrandStore,
	'brandStore.delete': deleteBrandStore,
	'brandStore.get': getBrandStore,
	'brandStore.getAll': getAllBrandStores,
	'brandStore.reopen': reopenBrandStore,
	'brandStore.unbindRecipient': unbindRecipient,
	'brandStore.update': updateBrandStore,
	'cashCoupon.get': getCashCoupon,
	'cashCoupon.getAll': getAllCashCoupons,
	'cashCoupon.send': sendCashCoupon,
	'cashCouponStock.create': createCashCouponStock,
	'cashCouponStock.get': getCashCouponStock,
	'cashCouponStock.getAll': getAllCashCouponStocks,
	'cashCouponStock.getItems': getItems,
	'cashCouponStock.getMerchants': getMerchants,
	'cashCouponStock.getRefundReport': getRefundReport,
	'cashCouponStock.getRefundReportOfDay': getRefundReportOfDay,
	'cashCouponStock.getUseReport': getUseReport,
	'cashCouponStock.getUseReportOfDay': getUseReportOfDay,
	'cashCouponStock.pause': pauseStock,
	'cashCouponStock.restart': restartStock,
	'cashCouponStock.start': startStock,
	'cashCouponStock.stop': stopStock,
	'cashCouponStock.updateItems': updateItems,
	'deliveryPlan.create': createPlan,
	'deliveryPlan.getAll': getAllPlans,
	'deliveryPlan.resume': resumePlan,
	'deliveryPlan.terminate': terminatePlan,
	'deliveryPlan.update': updatePlan,
	'image.generate': generateImage,
	'image.getGenerated': getGeneratedImage,
	'image.upload': uploadImage,
	'image.uploadForProductCoupon': uploadImageForProductCoupon,
	'merchantCoupon.associateOrder': associateOrder,
	'merchantCoupon.deactivate': deactivateMerchantCoupon,
	'merchantCoupon.disassociateOrder': disassociateOrder,
	'merchantCoupon.get': getMerchantCoupon,
	'merchantCoupon.getAll': getAllMerchantCoupons,
	'merchantCoupon.preSendForProduct': preSendForProduct,
	'merchantCoupon.return': returnMerchantCoupon,
	'merchantCoupon.send': sendMerchantCoupon,
	'merchantCoupon.sendConsumptionCard': sendConsumptionCard,
	'merchantCoupon.sendForProduct': sendMerchantCoupon,
	'merchantCoupon.use': useMerchantCoupon,
	'merchantCouponCode.delete': deleteMerchantCode,
	'merchantCouponCode.get': getMerchantCode,
	'merchantCouponCode.getAll': getAllMerchantCodes,
	'merchantCouponCode.upload': uploadMerchantCodes,
	'merchantCouponStock.create': createMerchantStock,
	'merchantCouponStock.get': getMerchantStock,
	'merchantCouponStock.update': updateMerchantStock,
	'merchantCouponStock.updateBudget': updateMerchantBudget,
	'merchantCouponSubsidy.get': getSubsidy,
	'merchantCouponSubsidy.getAll': getAllSubsidies,
	'merchantCouponSubsidy.getReturn': getSubsidyReturn,
	'merchantCouponSubsidy.pay': paySubsidy,
	'merchantCouponSubsidy.return': returnSubsidy,
	'notificationAddress.getForCashCoupons': getCashCouponAddress,
	'notificationAddress.getForMerchantCoupons': getMerchantCouponAddress,
	'notificationAddress.getForProductCoupons': getProductCouponAddress,
	'notificationAddress.setForCashCoupons': setCashCouponAddress,
	'notificationAddress.setForDeliveryPlans': setDeliveryPlanAddress,
	'notificationAddress.setForMerchantCoupons': setMerchantCouponAddress,
	'notificationAddress.setForProductCoupons': setProductCouponAddress,
	'partnership.build': buildPartnership,
	'partnership.getAll': getAllPartnerships,
	'partnership.terminate': terminatePartnership,
	'payGiftActivity.addMerchants': addActivityMerchants,
	'payGiftActivity.create': createActivity,
	'payGiftActivity.deleteMerchants': deleteActivityMerchants,
	'payGiftActivity.get': getActivity,
	'payGiftActivity.getAll': getAllActivities,
	'payGiftActivity.getGoods': getActivityGoods,
	'payGiftActivity.getMerchants': getActivityMerchants,
	'payGiftActivity.terminate': terminateActivity,
	'productCoupon.create': createCoupon,
	'productCoupon.deactivate': deactivateCoupon,
	'productCoupon.get': getCoupon,
	'productCoupon.update': updateCoupon,
	'productCouponStock.associateStores': associateStores,
	'productCouponStock.create': createStock,
	'productCouponStock.deactivate': deactivateStock,
	'productCouponStock.disassociateStores': disassociateStores,
	'productCouponStock.get': getStock,
	'productCouponStock.getAll': getAllStocks,
	'productCouponStock.getAssociatedStores': getAssociatedStores,
	'productCouponStock.update': updateStock,
	'productCouponStock.updateBudget': updateBudget,
	'productCouponStock.uploadCouponCodes': uploadCouponCodes,
	'productCouponStockBundle.associateStores': associateBundleStores,
	'productCouponStockBundle.create': createBundle,
	'productCouponStockBundle.disassociateStores': disassociateBundleStores,
	'productCouponStockBundle.update': updateBundle,
	'productCouponStockBundle.updateBudget': updateBundleBudget,
	'userProductCoupon.confirm': confirmUserProductCoupon,
	'userProductCoupon.deactivate': deactivateUserProductCoupon,
	'userProductCoupon.get': getUserProductCoupon,
	'userProductCoupon.getAll': getAllUserProductCoupons,
	'userProductCoupon.preSend': preSendUserProductCoupon,
	'userProductCoupon.return': returnUserProductCoupon,
	'userProductCoupon.send': sendUserProductCoupon,
	'userProductCoupon.use': useUserProductCoupon,
	'userProductCouponBundle.deactivate': deactivateUserProductCouponBundle,
	'userProductCouponBundle.preSend': preSendUserProductCouponBundle,
	'userProductCouponBundle.send': sendUserProductCouponBundle,
};
