import { type JsonObject } from '../json.mts';

// Type aliases and not interfaces, so that every entity is also a JsonObject.

/** A product coupon exactly as its endpoint answers it. Amounts in fen. */
export type ProductCoupon = {
	product_coupon_id: string;
	scope: 'ALL' | 'SINGLE' | 'CATEGORY';
	type: 'NORMAL' | 'DISCOUNT' | 'EXCHANGE';
	usage_mode: 'SINGLE' | 'SEQUENTIAL' | 'PROGRESSIVE_BUNDLE';
	single_usage_info?: {
		normal_coupon?: { threshold: number; discount_amount: number };
		discount_coupon?: { threshold: number; percent_off: number };
	};
	sequential_usage_info?: {
		type: 'INCREMENTAL' | 'EQUAL';
		count: number;
		available_days: number;
		interval_days?: number;
	};
	progressive_bundle_usage_info?: { count: number; interval_days?: number };
	display_info: {
		name: string;
		image_url: string;
		background_url: string;
		detail_image_url_list?: string[];
		original_price?: number;
		combo_package_list?: ComboPackage[];
	};
	out_product_no?: string;
	state: 'AUDITING' | 'EFFECTIVE' | 'DEACTIVATED';
	deactivate_request_no?: string;
	deactivate_time?: string;
	deactivate_reason?: string;
	brand_id: string;
};

export type ComboPackage = {
	name: string;
	pick_count: number;
	choice_list: Array<{
		name: string;
		price: number;
		count: number;
		image_url: string;
		mini_program_appid?: string;
		mini_program_path?: string;
	}>;
};

/** The states of a stock of a product coupon, as its endpoints write them. */
export const STOCK_STATES = ['AUDITING', 'SENDING', 'PAUSED', 'STOPPED', 'DEACTIVATED'] as const;

/** Who stopped something for good, when and why. */
export type Deactivation = {
	deactivate_request_no: string;
	deactivate_time: string;
	deactivate_reason: string;
};

/** When the coupons of a stock can be used, as far as the simulator goes by it. */
export type AvailablePeriod = {
	available_begin_time: string;
	available_end_time: string;
	available_days?: number;
	wait_days_after_receive?: number;
};

/** What a stock is given when it is made, but for its remark and its stores. */
export type StockRules = {
	coupon_code_mode: 'WECHATPAY' | 'UPLOAD' | 'API_ASSIGN';
	stock_send_rule: { max_count: number; max_count_per_day?: number; max_count_per_user?: number };
	single_usage_rule?: UsageRule;
	sequential_usage_rule?: UsageRule;
	progressive_bundle_usage_rule?: UsageRule;
	usage_rule_display_info: JsonObject;
	coupon_display_info: JsonObject;
	notify_config: JsonObject;
};

/** The period, and the discounts by the type of the product coupon. */
export type UsageRule = JsonObject & { coupon_available_period: AvailablePeriod };

/** A stock of a product coupon. */
export type Stock = {
	productCouponId: string;
	stockId: string;
	/** What it is for; 20 characters at most. */
	remark: string | undefined;
	storeScope: 'SPECIFIC' | 'ALL' | 'NONE';
	expired: boolean;
	state: (typeof STOCK_STATES)[number];
	/** IDs of the associated stores. */
	stores: string[];
	rules: StockRules;
	/** How many coupons were sent, and on which day (of the clock, in Beijing) the last ones. */
	sent: { total: number; today: number; day?: string };
	/** Coupon codes that were uploaded; `free` are those still to be sent. */
	codes: { uploaded: string[]; free: string[] };
	/** The bundle that the stock is a part of. */
	bundle?: { stock_bundle_id: string; stock_bundle_index: number };
	deactivation?: Deactivation;
};

/** Where a coupon was used: an order of WeChat Pay or of WeChat Pay Score. */
export type Use = {
	use_request_no: string;
	use_time: string;
	associated_order_info?: JsonObject;
	associated_pay_score_order_info?: JsonObject;
	saved_amount?: number;
};

/** One of the uses of a coupon; a coupon that can be used several times has several. */
export type Round = {
	use?: Use;
	return?: { return_request_no: string; return_time: string };
};

/** A coupon that a user has. Times in milliseconds. */
export type UserProductCoupon = {
	openid: string;
	code: string;
	brandId: string;
	productCouponId: string;
	stockId: string;
	appid: string;
	sendRequestNo: string;
	receivedAt: number;
	validFrom: number;
	validUntil: number;
	confirmation?: { confirm_request_no: string; confirm_time: string };
	deactivation?: Deactivation;
	rounds: Round[];
	bundle?: { user_coupon_bundle_id: string; user_coupon_bundle_index: number };
	attach?: string;
	coupon_tag_info?: JsonObject;
};

/** A merchant coupon stock exactly as its endpoint answers it. Amounts in fen. */
export type MerchantCouponStock = {
	stock_name: string;
	belong_merchant: string;
	comment?: string;
	goods_name: string;
	stock_type: 'NORMAL' | 'DISCOUNT' | 'EXCHANGE';
	coupon_use_rule: {
		coupon_available_time: {
			available_begin_time: string;
			available_end_time: string;
			available_day_after_receive?: number;
			available_week?: {
				week_day: number[];
				available_day_time?: Array<{ begin_time: number; end_time: number }>;
			};
			irregulary_avaliable_time?: Array<{ begin_time: string; end_time: string }>;
			wait_days_after_receive?: number;
		};
		fixed_normal_coupon?: { discount_amount: number; transaction_minimum: number };
		discount_coupon?: { discount_percent: number; transaction_minimum: number };
		exchange_coupon?: { exchange_price: number; transaction_minimum: number };
		use_method: 'OFF_LINE' | 'MINI_PROGRAMS' | 'SELF_CONSUME' | 'PAYMENT_CODE';
		mini_programs_appid?: string;
		mini_programs_path?: string;
	};
	stock_send_rule: {
		max_amount?: number | bigint;
		max_coupons?: number;
		max_coupons_per_user: number;
		max_amount_by_day?: number;
		max_coupons_by_day?: number;
		natural_person_limit?: boolean;
		prevent_api_abuse?: boolean;
		transferable?: boolean;
		shareable?: boolean;
	};
	custom_entrance?: {
		mini_programs_info?: {
			mini_programs_appid: string;
			mini_programs_path: string;
			entrance_words: string;
			guiding_words?: string;
		};
		appid?: string;
		hall_id?: string;
		store_id?: string;
		code_display_mode?: 'NOT_SHOW' | 'BARCODE' | 'QRCODE';
	};
	display_pattern_info?: {
		description?: string;
		merchant_logo_url?: string;
		merchant_name?: string;
		background_color?: string;
		coupon_image_url?: string;
		finder_info?: {
			finder_id: string;
			finder_video_id: string;
			finder_video_cover_image_url: string;
		};
	};
	stock_state: 'UNAUDIT' | 'RUNNING' | 'STOPED' | 'PAUSED';
	coupon_code_mode: 'WECHATPAY_MODE' | 'MERCHANT_API' | 'MERCHANT_UPLOAD';
	stock_id: string;
	coupon_code_count?: { total_count: number; available_count: number };
	notify_config?: { notify_appid?: string };
	send_count_information?: {
		total_send_num?: number;
		total_send_amount?: number;
		today_send_num?: number;
		today_send_amount?: number;
	};
	subsidy?: boolean;
};

/** A stock of cash coupons. Amounts in fen. */
export type CashCouponStock = {
	/** Exactly as its endpoint answers it. */
	answer: {
		stock_id: string;
		stock_name: string;
		stock_creator_mchid: string;
		status: 'unactivated' | 'audit' | 'running' | 'stoped' | 'paused';
		stock_type: 'NORMAL' | 'DISCOUNT' | 'EXCHAHGE' | 'RANDOM' | 'DISCOUNT_CUT';
		create_time: string;
		start_time?: string;
		stop_time?: string;
		available_begin_time: string;
		available_end_time: string;
		description: string;
		stock_use_rule: {
			max_coupons: number;
			max_amount: number;
			max_amount_by_day: number;
			max_coupons_per_user: number;
			natural_person_limit: boolean;
			prevent_api_abuse: boolean;
			fixed_normal_coupon?: { coupon_amount: number; transaction_minimum: number };
			coupon_type?: string;
			goods_tag?: string[];
			trade_type?: string[];
			combine_use?: boolean;
		};
		no_cash: boolean;
		singleitem: boolean;
		distributed_coupons: number;
	};
	/** Where its coupons can be used. */
	merchants: string[];
	/** Which goods they are for; all when there are none. */
	items: string[];
	/** Fen that were sent, by the day in Beijing. */
	sent: Record<string, number>;
};

/** A cash coupon that a user has. Amounts in fen. */
export type CashCoupon = {
	openid: string;
	appid: string;
	/** Who sent it. */
	sender: string;
	/** Exactly as its endpoint answers it. */
	answer: {
		coupon_id: string;
		coupon_name: string;
		stock_id: string;
		stock_creator_mchid: string;
		status: 'SENDED' | 'USED' | 'EXPIRED' | 'RECOVER';
		description: string;
		create_time: string;
		coupon_type: 'NORMAL' | 'CUT_TO';
		singleitem: boolean;
		available_begin_time: string;
		available_end_time: string;
		normal_coupon_information: { coupon_amount: number; transaction_minimum: number };
		consume_information?: {
			consume_time: string;
			consume_mchid: string;
			transaction_id: string;
		};
		business_type?: 'MULTIUSE';
		no_cash: boolean;
	};
};

/** A code that was uploaded to a merchant coupon stock. Times in milliseconds. */
export type MerchantCode = {
	stockId: string;
	code: string;
	uploadedAt: number;
	dispatched?: { at: number; openid?: string };
};

/** A merchant coupon that a user has. Times in milliseconds. */
export type MerchantCoupon = {
	openid: string;
	appid: string;
	code: string;
	stockId: string;
	sendRequestNo: string;
	receivedAt: number;
	validFrom: number;
	validUntil: number;
	outTradeNo?: string;
	use?: { use_request_no: string; use_time: string };
	return?: { return_request_no: string; return_time: string };
	deactivation?: {
		deactivate_request_no: string;
		deactivate_time: string;
		deactivate_reason?: string;
	};
};

/** How lists of merchant coupons are paged, on which the sources disagree. */
export type MerchantPaging = {
	/** What an offset counts, and the offset of the first one, which 0 gives as well. */
	counts: 'pages' | 'entries';
	from: 0 | 1;
	/** The longest page that is given, however long a one is asked for. */
	longest: number;
};

/** The stock a partnership is about. */
export type AuthorizedData = {
	business_type: 'FAVOR_STOCK' | 'BUSIFAVOR_STOCK';
	stock_id: string;
};

/** A partnership exactly as its endpoint answers it. */
export type Partnership = {
	partner: { type: 'APPID' | 'MERCHANT'; appid?: string; merchant_id?: string };
	authorized_data: AuthorizedData;
	build_time: string;
	terminate_time?: string;
	create_time: string;
	update_time: string;
};

/** A store of a brand, its members as they are answered. */
export type BrandStore = {
	brand_id: string;
	store_id: string;
	store_state: 'OPEN' | 'CREATING' | 'CLOSED';
	audit_state: 'SUCCESS' | 'PROCESSING' | 'REJECTED';
	store_basics?: { store_reference_id?: string; branch_name?: string };
	store_address?: {
		address_code: string;
		address_detail: string;
		address_complements?: string;
		longitude?: string;
		latitude?: string;
	};
	store_business?: { service_phone?: string; business_hours?: string };
	store_recipient?: StoreRecipient[];
};

/** A merchant that may receive payments for a store. */
export type StoreRecipient = {
	mchid: string;
	company_name: string;
	recipient_state: 'CONFIRMED' | 'CONFIRMING' | 'ADMIN_REJECTED' | 'TIMEOUT_REJECTED';
};

/** A delivery plan, its members as they are answered. */
export type DeliveryPlan = {
	auditState: 'AUDIT_INITIAL' | 'AUDIT_PROCESSING' | 'AUDIT_PASSED' | 'AUDIT_REJECTED';
	answer: {
		plan_id: string;
		plan_name: string;
		plan_state: string;
		delivery_start_time?: string;
		delivery_end_time?: string;
		stock_id?: string;
		product_coupon_id: string;
		recommend_word?: string;
		brand_id: string;
		total_count?: number;
		user_limit?: number;
		daily_limit?: number;
		usage_mode?: string;
		stock_bundle_id?: string;
		reuse_coupon_config?: boolean;
	};
};

/** A pay gift activity, its members as they are answered, and what it is about. */
export type PayGiftActivity = {
	answer: {
		activity_id: string;
		activity_type: string;
		activity_status: string;
		creator_merchant_id: string;
		belong_merchant_id: string;
		create_time: string;
		update_time: string;
		activity_base_info: JsonObject;
		advanced_setting?: JsonObject;
		award_send_rule: { full_send_rule: JsonObject };
	};
	merchants: Array<{ mchid: string; create_time: string; update_time: string }>;
	goods: Array<{ goods_id: string; create_time: string; update_time: string }>;
};

/** Who pays a subsidy of how many fen to whom. */
type SubsidyMoney = {
	stock_id: string;
	coupon_code: string;
	transaction_id: string;
	payer_merchant: string;
	payee_merchant: string;
	amount: number;
	description: string;
};

/** A subsidy that was paid, as it is answered. */
export type Subsidy = SubsidyMoney & {
	subsidy_receipt_id: string;
	out_subsidy_no: string;
	status: string;
	success_time: string;
	create_time: string;
};

/** A subsidy that was returned, as it is answered. */
export type SubsidyReturn = SubsidyMoney & {
	subsidy_return_receipt_id: string;
	subsidy_receipt_id: string;
	refund_id: string;
	out_subsidy_return_no: string;
	status: string;
	return_done_time: string;
	return_create_time: string;
};
