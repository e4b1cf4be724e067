import { expect, test } from '@jest/globals';
import { merchantWords } from '../../../../marketing/words/merchant.ts';
import { DETAIL_CODES } from '../../../../wechatpay/detailCodes.ts';

/** The detail codes of WeChat Pay's trouble-shooting guide and a word of what each of them stands for. */
const GUIDE: [number, string, RegExp][] = [
	[268435461, '参数非法', /parameter/],
	[268435462, '参数过长', /too long/],
	[268435463, '参数过短', /too short/],
	[268435464, '参数超出取值范围', /out of range/],
	[268577984, '商品券批次状态不是发放中', /SENDING/],
	[268578101, '入参不合法', /input/],
	[268578224, '参数错误，请根据接口文档检查字段要求', /parameter/],
	[268578367, '用户券状态非法', /state/],
	[268578404, '缺少必要的商品券图片', /image/],
	[268578526, '解析 OpenID 错误', /OpenID/],
	[268578532, '解析 OpenID 错误', /OpenID/],
	[268578608, '当前访问对象不存在', /not exist/],
	[268578704, '传入的 AppID 非法', /AppID/],
	[268578776, '用户券已过期', /expired/],
	[268578813, '当前券批次全部门店可用', /all stores/],
	[268578851, '用户券不存在', /coupon does not exist/],
	[268578927, '相同单号但请求数据不一致', /Same request number/],
	[268579803, '服务商没有此接口权限', /permission/],
	[268584404, '核销门店非法', /store/],
	[268586067, '非递减优惠力度不合规', /non-decreasing/],
	[270087680, '图片超过指定大小', /image is too large/],
	[270924289, '频率过快', /frequent/],
	[272755200, '发券请求重入但单号不一致', /another request number/],
	[272755715, '券已不在使用有效期内', /validity/],
	[272755717, '券不在使用有效期（规则周期）', /periods of its rule/],
	[272756740, '用户领取券张数已达上限', /limit/],
	[272756745, '券已被其他订单核销', /used by another order/],
	[272756746, '券已被其他订单核销锁定', /locked/],
	[272756769, '券已被删除', /deleted/],
	[272756790, '券已过期，不能再进行其他操作', /expired/],
];

test.each(GUIDE)('%d %s', (code, _, what) => {
	const requestId = `08E68E97CC0610DF0618AC86BCA80120082880CF05-${code}`;
	const refusal = { status: 400, code: 'SOMETHING_NEW', message: '', requestId };
	const { meaning, remedy } = merchantWords.refusal(refusal);
	expect(meaning).toMatch(what);
	expect(remedy).toMatch(/^[A-Z0-9].*\.$/);
});

test('there are no others', () => {
	expect(Object.keys(DETAIL_CODES)).toHaveLength(GUIDE.length);
});
