import { describe, expect, test } from '@jest/globals';
import { DETAIL_CODES, detailMeaning } from '../../../wechatpay/detailCodes.ts';

/** The detail codes of WeChat Pay's trouble-shooting guide, what it says of them, and the names of that. */
const GUIDE: [number, string, string][] = [
	[268435461, '参数非法', 'illegalParameter'],
	[268435462, '参数过长', 'parameterTooLong'],
	[268435463, '参数过短', 'parameterTooShort'],
	[268435464, '参数超出取值范围', 'parameterOutOfRange'],
	[268577984, '商品券批次状态不是发放中', 'stockNotSending'],
	[268578101, '入参不合法', 'illegalInput'],
	[268578224, '参数错误，请根据接口文档检查字段要求', 'parameterAgainstItsField'],
	[268578367, '用户券状态非法', 'userCouponInOtherState'],
	[268578404, '缺少必要的商品券图片', 'noImage'],
	[268578526, '解析 OpenID 错误', 'unresolvedOpenid'],
	[268578532, '解析 OpenID 错误', 'unresolvedOpenidOfBrand'],
	[268578608, '当前访问对象不存在', 'nothingThere'],
	[268578704, '传入的 AppID 非法', 'illegalAppid'],
	[268578776, '用户券已过期', 'userCouponExpired'],
	[268578813, '当前券批次全部门店可用', 'stockForAllStores'],
	[268578851, '用户券不存在', 'noSuchUserCoupon'],
	[268578927, '相同单号但请求数据不一致', 'sameNumberOtherData'],
	[268579803, '服务商没有此接口权限', 'providerWithoutPermission'],
	[268584404, '核销门店非法', 'storeNotAllowed'],
	[268586067, '非递减优惠力度不合规', 'decreasingDiscounts'],
	[270087680, '图片超过指定大小', 'imageTooLarge'],
	[270924289, '频率过快', 'tooFrequent'],
	[272755200, '发券请求重入但单号不一致', 'sentUnderOtherNumber'],
	[272755715, '券已不在使用有效期内', 'couponOutsideValidity'],
	[272755717, '券不在使用有效期（规则周期）', 'couponOutsidePeriods'],
	[272756740, '用户领取券张数已达上限', 'receiveLimitReached'],
	[272756745, '券已被其他订单核销', 'couponUsedByOtherOrder'],
	[272756746, '券已被其他订单核销锁定', 'couponLocked'],
	[272756769, '券已被删除', 'couponDeleted'],
	[272756790, '券已过期，不能再进行其他操作', 'couponExpired'],
];

test.each(GUIDE)('%d %s', (code, _, meaning) => {
	const requestId = `08E68E97CC0610DF0618AC86BCA80120082880CF05-${code}`;
	expect(detailMeaning(requestId)).toBe(meaning);
});

test('there are no others', () => {
	expect(Object.keys(DETAIL_CODES)).toHaveLength(GUIDE.length);
});

describe('a Request-ID without a known detail code', () => {
	test.each([
		'',
		'-',
		'08E68E97CC',
		'08E68E97CC-0',
		'08E68E97CC-99',
		'08E68E97CC-268435461 ',
		'08E68E97CC-0268435461',
		'268435461-08E68E97CC',
		'constructor',
		'08E68E97CC-constructor',
		'08E68E97CC-__proto__',
		'08E68E97CC-toString',
		'08E68E97CC-hasOwnProperty',
	])('%j', (requestId) => {
		expect(detailMeaning(requestId)).toBeUndefined();
	});
});
