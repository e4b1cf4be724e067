// Type aliases and not interfaces, so that every entity is also a JsonObject.

/** A product coupon exactly as its endpoint answers it. Amounts in fen. */
export type ProductCoupon = {
	product_coupon_id: string;
	scope: 'ALL' | 'SINGLE';
	type: 'NORMAL' | 'DISCOUNT' | 'EXCHANGE';
	usage_mode: 'SINGLE' | 'SEQUENTIAL';
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

/** A stock of a product coupon, as far as it differs from others. */
export type Stock = {
	productCouponId: string;
	stockId: string;
	/** What it is for; 20 characters at most. */
	remark: string;
	storeScope: 'SPECIFIC' | 'ALL';
	expired: boolean;
	state: (typeof STOCK_STATES)[number];
	/** IDs of the associated stores. */
	stores: string[];
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
