/** The merchant (service provider) whose credential the simulator hands out. */
export const MCHID = '1900009191';

/** Another merchant, which owns what ours must not see. */
export const FOREIGN_MCHID = '1900007291';

/** Brand IDs. The first two are authorised for the merchant, the last is not. */
export const BRANDS = { coffee: '120344', noodles: '120345', unauthorised: '120399' } as const;

/** Product coupon IDs; all of the coffee brand unless the name says otherwise. */
export const PRODUCT_COUPONS = {
	/** Single use, amount off, EFFECTIVE; most stocks belong to it. */
	effective: '200000001',
	/** Single use, percentage off. */
	discount: '200000002',
	/** Several uses in sequence. */
	sequential: '200000003',
	/** Exchange, with combo_package_list. */
	exchange: '200000004',
	auditing: '200000005',
	/** With the deactivate_* members. */
	deactivated: '200000006',
	/** As `effective`; MANY_STOCKS belong to it and no others. */
	manyStocks: '200000007',
	/** An ID full of characters that a URL reserves. */
	reserved: 'a/b?c=1&d#e%2F+f中文“引号”"x',
	/** As `effective`; coupons of its stocks can be sent and used. */
	sendable: '200000008',
	/** Several uses as a bundle. */
	bundle: '200000009',
	noodlesEffective: '300000001',
	noodlesDiscount: '300000002',
	noodlesAuditing: '300000003',
	unauthorised: '400000001',
} as const;

/** Stock IDs of product coupons; all of PRODUCT_COUPONS.effective unless the name says otherwise. */
export const STOCKS = {
	/** 3,000 stores unless createShop is told otherwise. */
	manyStores: '123456789',
	noStores: '123456790',
	/** store_scope ALL. */
	allStores: '123456791',
	expired: '123456792',
	stores200: '123456793',
	stores201: '123456794',
	/** Of PRODUCT_COUPONS.discount. */
	ofDiscount: '123456795',
	/** Of PRODUCT_COUPONS.reserved; 25 stores. */
	reserved: 's/1?x=y&z=门店"甲',
	/** Of PRODUCT_COUPONS.noodlesEffective; 40 stores of the noodle brand. */
	noodles: '223456789',
	/** Of PRODUCT_COUPONS.unauthorised. */
	unauthorised: '423456789',
	/** Of PRODUCT_COUPONS.sendable; WeChat Pay makes the codes; 3 coupons for each user; all stores. */
	sendable: '523456701',
	/** Of PRODUCT_COUPONS.sendable; codes are uploaded; 10 stores. */
	uploadedCodes: '523456702',
	/** Of PRODUCT_COUPONS.sendable; the code comes with the call; a daily budget; all stores. */
	ownCodes: '523456703',
} as const;

/**
 * The stocks of PRODUCT_COUPONS.manyStocks: `count` IDs that follow one another, none with stores.
 * Of every ten the first six are SENDING, the others AUDITING, PAUSED, STOPPED and DEACTIVATED;
 * the last two have expired.
 */
export const MANY_STOCKS = { first: '323456701', count: 60 } as const;

/** The bundle of PRODUCT_COUPONS.bundle, its stocks, one for each use, and their 10 stores. */
export const STOCK_BUNDLES = {
	effective: { id: '623456701', stocks: ['523456711', '523456712', '523456713'] },
} as const;

/** Merchant coupon stock IDs. */
export const MERCHANT_COUPON_STOCKS = {
	/** NORMAL, RUNNING. */
	normal: '100088',
	/** DISCOUNT, STOPED. */
	discount: '100089',
	/** EXCHANGE, PAUSED. */
	exchange: '100090',
	/** NORMAL, UNAUDIT, only the required members. */
	unaudited: '100091',
	/** NORMAL, RUNNING, with coupon_code_count. */
	uploadedCodes: '100092',
	/** stock_send_rule.max_amount is 9223372036854775807, the largest int64, which a double cannot hold. */
	largeBudget: '100093',
	/** NORMAL, RUNNING; its coupons can be sent and used at any time; WeChat Pay makes the codes. */
	sendable: '100094',
	/** As `sendable`, but the code comes with the call. */
	ownCodes: '100095',
	/** As `sendable`, but codes are uploaded; 45 are free. */
	freeCodes: '100096',
	/** Of another merchant. */
	foreign: '100999',
} as const;

/** Cash coupon stock IDs; the coupons take 10 yuan off, and 40 of 100 were sent unless the name says otherwise. */
export const CASH_COUPON_STOCKS = {
	running: '9856000',
	paused: '9856001',
	unactivated: '9856002',
	stopped: '9856003',
	/** 96 of 100 coupons were sent. */
	nearlyUsed: '9856004',
	/** 120 merchants and 250 goods. */
	manyMembers: '9856005',
	/** Its coupons get their amount when they are sent. */
	random: '9856006',
	/** 15 that follow one another, every third paused. */
	firstOfMany: '9857001',
	/** Of another merchant. */
	foreign: '9859999',
} as const;

/** Stock IDs with partnerships, each with its business type. */
export const PARTNERSHIP_STOCKS = {
	/** 120 partnerships: 60 with app IDs, 60 with merchants. */
	many: { business_type: 'FAVOR_STOCK', stock_id: '2433405' },
	/** Exactly 50. */
	fifty: { business_type: 'BUSIFAVOR_STOCK', stock_id: '100088' },
	/** One, with PARTNERS.appid. */
	one: { business_type: 'FAVOR_STOCK', stock_id: '2433406' },
	none: { business_type: 'BUSIFAVOR_STOCK', stock_id: '100089' },
} as const;

/** Pay gift activities of the merchant. */
export const PAY_GIFT_ACTIVITIES = {
	/** Ongoing, with the merchant alone. */
	ongoing: '10028001',
	/** Ongoing, with 230 merchants and 130 goods. */
	large: '10028002',
} as const;

/** The delivery plans of the coffee brand: `count` IDs that follow one another, all DELIVERING. */
export const DELIVERY_PLANS = { first: '7001', count: 60 } as const;

/** Partners that have one partnership each in PARTNERSHIP_STOCKS.many. */
export const PARTNERS = { appid: 'wx4e1916a585d1f4e9', merchantId: '2480029552' } as const;

/** The first store of each brand; the others follow without gaps. */
export const FIRST_STORES = {
	coffee: '100000001',
	noodles: '200000001',
	unauthorised: '300000001',
} as const;
