import { PRODUCT_COUPONS, STOCKS } from '../../test/simulator/shop.mts';
import { SENDABLE } from '../../test/simulator/examples.mts';

/** A row of examples/coupons-to-send.csv: a user who is to get a coupon, once. */
export interface SendingRow {
	request_no: string;
	openid: string;
	appid: string;
	brand_id: string;
	product_coupon_id: string;
	stock_id: string;
	member: string;
}

const MEMBERS = ['林晓', '周航', '陈静', '王磊', '李娜', '张伟', '刘洋', '赵敏', '黄蓉', '徐凯'];

/** Ten members; one of them is listed twice, so that nobody knows which row is meant, of one nobody knows the OpenID, one row names another stock. */
export function exampleSendingRows(): SendingRow[] {
	const rows = MEMBERS.map((member, index) => row(index + 1, member));
	const [first] = rows as [SendingRow];
	return [
		...rows,
		first,
		{ ...row(11, '孙悦'), openid: '' },
		{ ...row(12, '吴迪'), product_coupon_id: PRODUCT_COUPONS.effective, stock_id: STOCKS.expired },
	];
}

function row(number: number, member: string): SendingRow {
	const digits = String(number).padStart(3, '0');
	return {
		request_no: `spring2026-${digits}`,
		openid: `oExampleMember0000000000${digits}`,
		appid: 'wx0123456789abcdef',
		...SENDABLE,
		member,
	};
}
