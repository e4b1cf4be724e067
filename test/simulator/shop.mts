import { usualStore } from './shopData/brandStores.mts';
import { cashCouponStocks } from './shopData/cashCoupons.mts';
import { BRANDS, FIRST_STORES, MCHID, PRODUCT_COUPONS, STOCKS } from './shopData/ids.mts';
import { manyStocks } from './shopData/manyStocks.mts';
import { merchantCodes, merchantCouponStocks } from './shopData/merchantCouponStocks.mts';
import { deliveryPlans } from './shopData/deliveryPlans.mts';
import { partnerships } from './shopData/partnerships.mts';
import { payGiftActivities } from './shopData/payGiftActivities.mts';
import { productCoupons } from './shopData/productCoupons.mts';
import { addSendableStocks } from './shopData/sendableStocks.mts';
import {
	type ReportEncoding,
	type ReportFile,
	type ReportOf,
	reportOfUses,
	reports,
} from './shopData/reports.mts';
import { usualRules } from './shopData/stockRules.mts';
import {
	type AuthorizedData,
	type BrandStore,
	type CashCoupon,
	type CashCouponStock,
	type DeliveryPlan,
	type MerchantCode,
	type MerchantCoupon,
	type MerchantCouponStock,
	type MerchantPaging,
	type Partnership,
	type PayGiftActivity,
	type ProductCoupon,
	type Stock,
	type Subsidy,
	type SubsidyReturn,
	type UserProductCoupon,
} from './shopData/types.mts';

export * from './shopData/ids.mts';
export * from './shopData/reports.mts';
export * from './shopData/types.mts';

/** A brand and its stores; the provider may act only for authorised ones. */
export interface Brand {
	brandId: string;
	authorised: boolean;
	stores: Set<string>;
}

/** What notifications are about: there is one address for each. */
export type NotifyUrlKind = 'cashCoupons' | 'deliveryPlans' | 'merchantCoupons' | 'productCoupons';

/** An image that was asked for. */
export interface ImageTask {
	task_id: string;
	brand_id: string;
	image_generation_type: 'COMBINE_IMAGE' | 'CUT_OUT';
}

interface ShopData {
	cashCouponStocks: Map<string, CashCouponStock>;
	cashCoupons: Map<string, CashCoupon>;
	mostUsableCoupons: number;
	brands: Map<string, Brand>;
	/** The stores that are not as usual, by their IDs. */
	brandStores: Map<string, BrandStore>;
	productCoupons: Map<string, ProductCoupon>;
	stocks: Map<string, Stock>;
	userProductCoupons: Map<string, UserProductCoupon>;
	nextIds: Map<number, number>;
	merchantCouponStocks: Map<string, MerchantCouponStock>;
	merchantCodes: Map<string, MerchantCode>;
	merchantCoupons: Map<string, MerchantCoupon>;
	merchantPaging: MerchantPaging;
	partnerships: Map<string, Partnership[]>;
	notifyUrls: Map<NotifyUrlKind, string>;
	reports: Map<string, ReportFile>;
	reportEncoding: ReportEncoding;
	imageTasks: Map<string, ImageTask>;
	deliveryPlans: Map<string, DeliveryPlan>;
	payGiftActivities: Map<string, PayGiftActivity>;
	subsidies: Map<string, Subsidy>;
	subsidyReturns: Map<string, SubsidyReturn>;
}

/** All a merchant has at WeChat Pay, in memory. What goes in is copied. */
export class Shop {
	private data: ShopData = {
		cashCouponStocks: new Map(),
		cashCoupons: new Map(),
		mostUsableCoupons: Infinity,
		brands: new Map(),
		brandStores: new Map(),
		productCoupons: new Map(),
		stocks: new Map(),
		userProductCoupons: new Map(),
		nextIds: new Map(),
		merchantCouponStocks: new Map(),
		merchantCodes: new Map(),
		merchantCoupons: new Map(),
		merchantPaging: { counts: 'pages', from: 0, longest: 100 },
		partnerships: new Map(),
		notifyUrls: new Map(),
		reports: new Map(),
		reportEncoding: 'utf8',
		imageTasks: new Map(),
		deliveryPlans: new Map(),
		payGiftActivities: new Map(),
		subsidies: new Map(),
		subsidyReturns: new Map(),
	};

	/** `mchid` is the merchant that makes the calls. */
	constructor(readonly mchid: string = MCHID) {}

	/** Adds or replaces a brand. */
	addBrand(brandId: string, options: { authorised: boolean; stores?: Iterable<string> }): void {
		const { authorised, stores = [] } = options;
		this.data.brands.set(brandId, { brandId, authorised, stores: new Set(stores) });
	}

	/** Adds or replaces a product coupon; its brand must be there. */
	addProductCoupon(coupon: ProductCoupon): void {
		if (!this.brand(coupon.brand_id)) throw new Error(`No brand ${coupon.brand_id}`);
		this.data.productCoupons.set(coupon.product_coupon_id, structuredClone(coupon));
	}

	/**
	 * Adds or replaces a stock of a product coupon that is there; SPECIFIC, not expired, SENDING (or
	 * STOPPED if expired), with the usual rules and without stores unless told. Its stores become
	 * stores of the brand.
	 */
	addStock(
		stock: Pick<Stock, 'productCouponId' | 'stockId'> &
			Partial<Omit<Stock, 'stores'>> & { stores?: Iterable<string> },
	): void {
		const coupon = this.productCoupon(stock.productCouponId);
		const brand = coupon && this.brand(coupon.brand_id);
		if (!brand) throw new Error(`No product coupon ${stock.productCouponId}`);
		const stores = [...new Set(stock.stores ?? [])].sort();
		for (const store of stores) brand.stores.add(store);
		const { storeScope = 'SPECIFIC', expired = false } = stock;
		const { state = expired ? 'STOPPED' : 'SENDING' } = stock;
		this.data.stocks.set(
			stockKey(stock.productCouponId, stock.stockId),
			structuredClone({
				remark: '日常营销',
				sent: { total: state === 'AUDITING' ? 0 : 340, today: 12 },
				codes: { uploaded: [], free: [] },
				rules: usualRules(coupon, { storeScope, expired }),
				...stock,
				storeScope,
				expired,
				state,
				stores,
			}),
		);
	}

	/** Changes members of a stock that is there. */
	changeStock(
		{ productCouponId, stockId }: Pick<Stock, 'productCouponId' | 'stockId'>,
		changes: Partial<Stock>,
	): void {
		this.addStock({ ...this.stock(productCouponId, stockId)!, ...changes });
	}

	/** Adds or replaces a coupon that a user has. */
	addUserProductCoupon(coupon: UserProductCoupon): void {
		const key = userProductCouponKey(coupon.openid, coupon.code);
		this.data.userProductCoupons.set(key, structuredClone(coupon));
	}

	/** An ID that was not given out before; `first` is the one that a kind begins with. */
	newId(first: number): string {
		const next = this.data.nextIds.get(first) ?? first;
		this.data.nextIds.set(first, next + 1);
		return String(next);
	}

	/** Adds or replaces a stock of cash coupons. */
	addCashCouponStock(stock: CashCouponStock): void {
		this.data.cashCouponStocks.set(stock.answer.stock_id, structuredClone(stock));
	}

	cashCouponStock(stockId: string): Readonly<CashCouponStock> | undefined {
		return this.data.cashCouponStocks.get(stockId);
	}

	/** The stocks of cash coupons that a merchant created, newest first. */
	cashCouponStocks(creator: string): ReadonlyArray<Readonly<CashCouponStock>> {
		return [...this.data.cashCouponStocks.values()]
			.filter(({ answer }) => answer.stock_creator_mchid === creator)
			.sort((one, other) => (one.answer.create_time > other.answer.create_time ? -1 : 1));
	}

	/** Adds or replaces a cash coupon that a user has. */
	addCashCoupon(coupon: CashCoupon): void {
		this.data.cashCoupons.set(coupon.answer.coupon_id, structuredClone(coupon));
	}

	cashCoupon(couponId: string): Readonly<CashCoupon> | undefined {
		return this.data.cashCoupons.get(couponId);
	}

	/** The cash coupons of a user, in the order in which they were sent. */
	cashCoupons(openid: string): ReadonlyArray<Readonly<CashCoupon>> {
		return [...this.data.cashCoupons.values()].filter((coupon) => coupon.openid === openid);
	}

	/** Lets the list of the cash coupons that a merchant takes end behind so many, whatever page is asked for. */
	cutUsableCashCoupons(most: number): void {
		this.data.mostUsableCoupons = most;
	}

	/** How many cash coupons the list of those that a merchant takes has at most. */
	get mostUsableCoupons(): number {
		return this.data.mostUsableCoupons;
	}

	/** Adds or replaces a merchant coupon stock. */
	addMerchantCouponStock(stock: MerchantCouponStock): void {
		this.data.merchantCouponStocks.set(stock.stock_id, structuredClone(stock));
	}

	/** Adds or replaces a code of a merchant coupon stock. */
	addMerchantCode(code: MerchantCode): void {
		this.data.merchantCodes.set(couponKey(code.stockId, code.code), structuredClone(code));
	}

	/** Takes a code from a merchant coupon stock. */
	removeMerchantCode(stockId: string, code: string): void {
		this.data.merchantCodes.delete(couponKey(stockId, code));
	}

	/** Adds or replaces a merchant coupon that a user has. */
	addMerchantCoupon(coupon: MerchantCoupon): void {
		this.data.merchantCoupons.set(couponKey(coupon.stockId, coupon.code), structuredClone(coupon));
	}

	/** Pages the lists of merchant coupons in another way. */
	pageMerchantLists(paging: Partial<MerchantPaging>): void {
		this.data.merchantPaging = { ...this.data.merchantPaging, ...paging };
	}

	/** Sets the partnerships of a stock, which may be none. */
	replacePartnerships(stock: AuthorizedData, list: readonly Partnership[]): void {
		this.data.partnerships.set(partnershipKey(stock), structuredClone([...list]));
	}

	/** Sets the associated stores of a stock that is there. */
	replaceAssociatedStores(
		productCouponId: string,
		stockId: string,
		stores: Iterable<string>,
	): void {
		const stock = this.stock(productCouponId, stockId);
		if (!stock) throw new Error(`No stock ${stockId}`);
		this.changeStock(stock, { stores: [...stores] });
	}

	/** The IDs of the stores associated with a stock, in the order in which they are listed. */
	associatedStores(productCouponId: string, stockId: string): string[] {
		return [...(this.stock(productCouponId, stockId)?.stores ?? [])];
	}

	/** Ends the association of stores with a stock. */
	disassociate(productCouponId: string, stockId: string, stores: ReadonlySet<string>): void {
		const left = this.associatedStores(productCouponId, stockId);
		this.replaceAssociatedStores(
			productCouponId,
			stockId,
			left.filter((store) => !stores.has(store)),
		);
	}

	brand(brandId: string): Readonly<Brand> | undefined {
		return this.data.brands.get(brandId);
	}

	/** Adds or replaces a store of a brand that is there. */
	addBrandStore(store: BrandStore): void {
		this.data.brands.get(store.brand_id)!.stores.add(store.store_id);
		this.data.brandStores.set(store.store_id, structuredClone(store));
	}

	/** Takes a store from a brand, and off its stocks. */
	removeBrandStore({ brand_id, store_id }: Pick<BrandStore, 'brand_id' | 'store_id'>): void {
		this.data.brands.get(brand_id)!.stores.delete(store_id);
		for (const stock of this.data.stocks.values()) {
			stock.stores = stock.stores.filter((store) => store !== store_id);
		}
	}

	/** A store of a brand; undefined when it has no such store. */
	brandStore(brandId: string, storeId: string): Readonly<BrandStore> | undefined {
		if (!this.brand(brandId)?.stores.has(storeId)) return undefined;
		return this.data.brandStores.get(storeId) ?? usualStore(brandId, storeId);
	}

	/** The stores of a brand, in the order in which they are listed. */
	brandStores(brandId: string): ReadonlyArray<Readonly<BrandStore>> {
		return [...(this.brand(brandId)?.stores ?? [])].map((id) => this.brandStore(brandId, id)!);
	}

	productCoupon(productCouponId: string): ProductCoupon | undefined {
		return this.data.productCoupons.get(productCouponId);
	}

	stock(productCouponId: string, stockId: string): Readonly<Stock> | undefined {
		return this.data.stocks.get(stockKey(productCouponId, stockId));
	}

	/** The stocks of a product coupon, in the order in which they are listed. */
	stocks(productCouponId: string): ReadonlyArray<Readonly<Stock>> {
		return [...this.data.stocks.values()]
			.filter((stock) => stock.productCouponId === productCouponId)
			.sort((one, other) => (one.stockId < other.stockId ? -1 : 1));
	}

	/** The stocks of a bundle, in the order of the uses; none when there is no such bundle. */
	stocksOfBundle(productCouponId: string, bundleId: string): ReadonlyArray<Readonly<Stock>> {
		return this.stocks(productCouponId)
			.filter(({ bundle }) => bundle?.stock_bundle_id === bundleId)
			.sort((one, other) => one.bundle!.stock_bundle_index - other.bundle!.stock_bundle_index);
	}

	userProductCoupon(openid: string, code: string): Readonly<UserProductCoupon> | undefined {
		return this.data.userProductCoupons.get(userProductCouponKey(openid, code));
	}

	/** The coupons of a user, or of all, by their codes. */
	userProductCoupons(openid?: string): ReadonlyArray<Readonly<UserProductCoupon>> {
		return [...this.data.userProductCoupons.values()]
			.filter((coupon) => openid === undefined || coupon.openid === openid)
			.sort((one, other) => (one.code < other.code ? -1 : 1));
	}

	merchantCouponStock(stockId: string): MerchantCouponStock | undefined {
		return this.data.merchantCouponStocks.get(stockId);
	}

	merchantCode(stockId: string, code: string): Readonly<MerchantCode> | undefined {
		return this.data.merchantCodes.get(couponKey(stockId, code));
	}

	/** The codes of a merchant coupon stock, in the order in which they were uploaded. */
	merchantCodes(stockId: string): ReadonlyArray<Readonly<MerchantCode>> {
		return [...this.data.merchantCodes.values()].filter((code) => code.stockId === stockId);
	}

	/** All merchant coupons that users have, in the order in which they were sent. */
	merchantCoupons(): ReadonlyArray<Readonly<MerchantCoupon>> {
		return [...this.data.merchantCoupons.values()];
	}

	get merchantPaging(): Readonly<MerchantPaging> {
		return this.data.merchantPaging;
	}

	/** The partnerships of a stock; undefined when the merchant has no such stock. */
	partnerships(stock: AuthorizedData): readonly Partnership[] | undefined {
		return (
			this.data.partnerships.get(partnershipKey(stock)) ?? (this.isOwn(stock) ? [] : undefined)
		);
	}

	private isOwn({ business_type, stock_id }: AuthorizedData): boolean {
		const owner =
			business_type === 'FAVOR_STOCK'
				? this.cashCouponStock(stock_id)?.answer.stock_creator_mchid
				: this.merchantCouponStock(stock_id)?.belong_merchant;
		return owner === this.mchid;
	}

	/** Where notifications go; undefined when no address is set. */
	notifyUrl(kind: NotifyUrlKind): string | undefined {
		return this.data.notifyUrls.get(kind);
	}

	/** Sets or replaces the address that notifications go to. */
	setNotifyUrl(kind: NotifyUrlKind, url: string): void {
		this.data.notifyUrls.set(kind, url);
	}

	/** Adds or replaces a report of a stock of cash coupons. */
	addReport(of: ReportOf, file: ReportFile): void {
		this.data.reports.set(reportKey(of), file);
	}

	/** A report that was added, else one that tells of the coupons of the stock that were used; undefined when none was. */
	report(of: ReportOf): ReportFile | undefined {
		const file = this.data.reports.get(reportKey(of)) ?? this.reportOfUses(of);
		return file && { encoding: this.data.reportEncoding, ...file };
	}

	/** How the files of reports are written from now on; utf8 unless told. */
	writeReportsIn(encoding: ReportEncoding): void {
		this.data.reportEncoding = encoding;
	}

	private reportOfUses(of: ReportOf): ReportFile | undefined {
		const used = [...this.data.cashCoupons.values()].filter(
			({ answer }) => answer.stock_id === of.stockId && answer.status === 'USED',
		);
		return used.length > 0 ? reportOfUses(of, used) : undefined;
	}

	/** Adds or replaces an image that was asked for. */
	addImageTask(task: ImageTask): void {
		this.data.imageTasks.set(task.task_id, { ...task });
	}

	imageTask(taskId: string): Readonly<ImageTask> | undefined {
		return this.data.imageTasks.get(taskId);
	}

	/** Adds or replaces a delivery plan. */
	addDeliveryPlan(plan: DeliveryPlan): void {
		this.data.deliveryPlans.set(plan.answer.plan_id, structuredClone(plan));
	}

	deliveryPlan(planId: string): Readonly<DeliveryPlan> | undefined {
		return this.data.deliveryPlans.get(planId);
	}

	/** The delivery plans of a brand, in the order in which they were made. */
	deliveryPlans(brandId: string): ReadonlyArray<Readonly<DeliveryPlan>> {
		return [...this.data.deliveryPlans.values()].filter(
			({ answer }) => answer.brand_id === brandId,
		);
	}

	/** Adds or replaces a pay gift activity. */
	addPayGiftActivity(activity: PayGiftActivity): void {
		this.data.payGiftActivities.set(activity.answer.activity_id, structuredClone(activity));
	}

	payGiftActivity(activityId: string): Readonly<PayGiftActivity> | undefined {
		return this.data.payGiftActivities.get(activityId);
	}

	/** All pay gift activities, in the order in which they were made. */
	payGiftActivities(): ReadonlyArray<Readonly<PayGiftActivity>> {
		return [...this.data.payGiftActivities.values()];
	}

	/** Adds or replaces a subsidy that was paid. */
	addSubsidy(subsidy: Subsidy): void {
		this.data.subsidies.set(subsidy.subsidy_receipt_id, { ...subsidy });
	}

	/** The subsidies that were paid, oldest first. */
	subsidies(): ReadonlyArray<Readonly<Subsidy>> {
		return [...this.data.subsidies.values()];
	}

	/** Adds the return of a subsidy. */
	addSubsidyReturn(returned: SubsidyReturn): void {
		this.data.subsidyReturns.set(returned.subsidy_return_receipt_id, { ...returned });
	}

	/** The returns of subsidies, oldest first. */
	subsidyReturns(): ReadonlyArray<Readonly<SubsidyReturn>> {
		return [...this.data.subsidyReturns.values()];
	}

	/** A function that brings the shop back to what it is now. */
	snapshot(): () => void {
		const copy = structuredClone(this.data);
		return () => {
			this.data = structuredClone(copy);
		};
	}
}

const stockKey = (productCouponId: string, stockId: string) =>
	JSON.stringify([productCouponId, stockId]);

const couponKey = (stockId: string, code: string) => JSON.stringify([stockId, code]);

const userProductCouponKey = (openid: string, code: string) => JSON.stringify([openid, code]);

const reportKey = ({ stockId, kind, day }: ReportOf) => JSON.stringify([stockId, kind, day]);

const partnershipKey = ({ business_type, stock_id }: AuthorizedData) =>
	JSON.stringify([business_type, stock_id]);

/** `count` store IDs that follow one another. */
export function storeIds(first: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => String(Number(first) + index));
}

/** The shop all tests and demos start from; always the same. */
export function createShop(options: { storesPerStock?: number } = {}): Shop {
	const { storesPerStock = 3000 } = options;
	const shop = new Shop();
	shop.addBrand(BRANDS.coffee, { authorised: true, stores: storeIds(FIRST_STORES.coffee, 500) });
	shop.addBrand(BRANDS.noodles, { authorised: true, stores: storeIds(FIRST_STORES.noodles, 500) });
	shop.addBrand(BRANDS.unauthorised, {
		authorised: false,
		stores: storeIds(FIRST_STORES.unauthorised, 10),
	});
	for (const coupon of productCoupons) shop.addProductCoupon(coupon);
	addStocks(shop, storesPerStock);
	addSendableStocks(shop, storeIds(FIRST_STORES.coffee, 10));
	for (const stock of cashCouponStocks) shop.addCashCouponStock(stock);
	for (const stock of merchantCouponStocks) shop.addMerchantCouponStock(stock);
	for (const code of merchantCodes) shop.addMerchantCode(code);
	for (const { stock, list } of partnerships) shop.replacePartnerships(stock, list);
	for (const { of, file } of reports) shop.addReport(of, file);
	for (const plan of deliveryPlans) shop.addDeliveryPlan(plan);
	for (const activity of payGiftActivities) shop.addPayGiftActivity(activity);
	return shop;
}

function addStocks(shop: Shop, storesPerStock: number): void {
	const coffee = (count: number) => storeIds(FIRST_STORES.coffee, count);
	const { effective: productCouponId } = PRODUCT_COUPONS;
	shop.addStock({
		productCouponId,
		stockId: STOCKS.manyStores,
		remark: '全国门店满减活动',
		stores: coffee(storesPerStock),
	});
	shop.addStock({ productCouponId, stockId: STOCKS.noStores, remark: '新店开业备用' });
	shop.addStock({
		productCouponId,
		stockId: STOCKS.allStores,
		remark: '全部门店通用满减',
		storeScope: 'ALL',
	});
	shop.addStock({
		productCouponId,
		stockId: STOCKS.expired,
		remark: '春节满减活动',
		expired: true,
		stores: coffee(5),
	});
	shop.addStock({
		productCouponId,
		stockId: STOCKS.stores200,
		remark: '华东门店满减活动',
		stores: coffee(200),
	});
	shop.addStock({
		productCouponId,
		stockId: STOCKS.stores201,
		remark: '华南门店满减活动',
		stores: coffee(201),
	});
	for (const stock of manyStocks) shop.addStock(stock);
	shop.addStock({
		productCouponId: PRODUCT_COUPONS.discount,
		stockId: STOCKS.ofDiscount,
		remark: '周末七折促销',
		stores: coffee(30),
	});
	shop.addStock({
		productCouponId: PRODUCT_COUPONS.reserved,
		stockId: STOCKS.reserved,
		remark: '会员日满减活动',
		stores: coffee(25),
	});
	shop.addStock({
		productCouponId: PRODUCT_COUPONS.noodlesEffective,
		stockId: STOCKS.noodles,
		remark: '牛肉面新客立减',
		stores: storeIds(FIRST_STORES.noodles, 40),
	});
	shop.addStock({
		productCouponId: PRODUCT_COUPONS.unauthorised,
		stockId: STOCKS.unauthorised,
		remark: '老客召回',
		stores: storeIds(FIRST_STORES.unauthorised, 10),
	});
}
