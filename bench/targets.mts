import type { INodeParameters } from 'n8n-workflow';
import { BRANDS, largeReport, PRODUCT_COUPONS, STOCKS } from '../test/simulator/shop.mts';
import { productCouponPath, storesPath, withQuery } from '../test/simulator/urls.mts';

const brandId = BRANDS.coffee;
const productCouponId = PRODUCT_COUPONS.effective;
const stockId = STOCKS.manyStores;

/** Path and query of a product coupon. */
export const productCouponTarget = withQuery(productCouponPath(productCouponId), {
	brand_id: brandId,
});

/** Path and query of a page of the stores of a stock. */
export function storesTarget(pageToken: string | undefined): string {
	return withQuery(storesPath(productCouponId, stockId, 'associated-stores'), {
		page_size: 200,
		page_token: pageToken,
		brand_id: brandId,
	});
}

/** Path to which stores are posted that are taken off a stock, and what is posted for one of them. */
export const disassociateTarget = storesPath(productCouponId, stockId, 'disassociate-stores');
export const disassociateBody = (storeId: string) => ({
	store_list: [{ store_id: storeId }],
	brand_id: brandId,
});

const APPID = 'wx0123456789abcdef';

const PACE_OFF = { requestsPerSecond: 0 };

/** Parameters of the node; the rows name what differs, as they do in a user's workflow. */
export const lookUp: INodeParameters = {
	resource: 'productCoupon',
	operation: 'get',
	brandId,
	productCouponId: '={{ $json.product_coupon_id }}',
};
export const lookUpUnpaced: INodeParameters = { ...lookUp, options: PACE_OFF };
export const listStores: INodeParameters = {
	resource: 'productCouponStock',
	operation: 'getAssociatedStores',
	brandId,
	productCouponId,
	stockId,
	options: PACE_OFF,
};
export const disassociate: INodeParameters = {
	resource: 'productCouponStock',
	operation: 'disassociateStores',
	brandId,
	productCouponId,
	stockId,
	storeIds: '={{ $json.store_id }}',
};

/** The same by the numbers of the chain's own system. */
export const disassociateOwn: INodeParameters = {
	...disassociate,
	storeIdKind: 'own',
	storeIds: '={{ $json.number }}',
};

/** Parameters that make the stores of a stock those of the rows. */
export const setStores: INodeParameters = {
	...disassociate,
	operation: 'setStores',
	options: PACE_OFF,
};

/** Parameters of sending a coupon to the user of each row, under the row's own number. */
export const send: INodeParameters = {
	resource: 'userProductCoupon',
	operation: 'send',
	brandId,
	productCouponId,
	stockId,
	appid: APPID,
	openid: '={{ $json.openid }}',
	options: { requestNumber: '={{ $json.request_no }}' },
};

export const sendUnpaced: INodeParameters = {
	...send,
	options: { requestNumber: '={{ $json.request_no }}', ...PACE_OFF },
};

/** A user each, and the number of the sending. */
export const sendingRows = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		openid: `oUser${String(index).padStart(6, '0')}`,
		request_no: `send-${String(index).padStart(6, '0')}`,
	}));

/** Path and body of sending a coupon to a user. */
export const sendingOf = ({ openid, request_no }: ReturnType<typeof sendingRows>[number]) => ({
	target: `/v3/marketing/partner/product-coupon/users/${openid}/coupons`,
	body: {
		brand_id: brandId,
		product_coupon_id: productCouponId,
		stock_id: stockId,
		appid: APPID,
		send_request_no: request_no,
	},
});

/** Rows that name the same product coupon so many times. */
export const productCouponRows = (count: number) =>
	Array.from({ length: count }, () => ({ product_coupon_id: productCouponId }));

/** A report of so many megabytes; the ID of its stock is its size. */
export const reportOfSize = (megabytes: number) => largeReport(megabytes * 1024 ** 2);

/** How many records it has. */
export const reportRecords = (megabytes: number) => reportOfSize(megabytes).times! * 300;

/** Path to ask for it. */
export const reportTarget = (megabytes: number) =>
	`/v3/marketing/favor/stocks/${megabytes}/use-flow`;

/** Parameters of the node to get it. */
export const reportParameters = (megabytes: number): INodeParameters => ({
	resource: 'cashCouponStock',
	operation: 'getUseReport',
	stockId: String(megabytes),
	options: PACE_OFF,
});

/** Path to which images are uploaded, and the node's parameters. */
export const UPLOAD_TARGET = '/v3/marketing/favor/media/image-upload';
export const upload: INodeParameters = {
	resource: 'image',
	operation: 'upload',
	options: PACE_OFF,
};
