import { describe, expect, test } from '@jest/globals';
import { readRefusal } from '../../../wechatpay/refusal.ts';

const REQUEST_ID = '08E68E97CC0610DF0618AC86BCA80120082880CF05-0';
const read = (body: unknown, status = 400) =>
	readRefusal(status, typeof body === 'string' ? body : JSON.stringify(body), REQUEST_ID);

test('reads code, message and detail', () => {
	const detail = { field: '/query/brand_id', value: '12O344', issue: '数字', location: 'query' };
	expect(read({ code: 'PARAM_ERROR', message: '参数错误', detail, more: 1 })).toEqual({
		status: 400,
		code: 'PARAM_ERROR',
		message: '参数错误',
		requestId: REQUEST_ID,
		detail,
	});
});

test('reads of a signature what WeChat Pay saw, and not what it signs', () => {
	const { detail } = read(
		{
			code: 'SIGN_ERROR',
			message: '错误的签名，验签失败',
			detail: {
				detail: { issue: 'sign not match' },
				field: 'signature',
				location: 'authorization',
				sign_information: {
					method: 'POST',
					sign_message_length: 71,
					truncated_sign_message: 'POST\n/v3/transfer/batches\n1709745440\nnonce\n\n',
					url: '/v3/transfer/batches',
				},
			},
		},
		401,
	);
	expect(detail).toEqual({
		field: 'signature',
		value: '',
		issue: 'sign not match',
		location: 'authorization',
		sign_information: { method: 'POST', url: '/v3/transfer/batches' },
	});
});

test('keeps all digits of a value', () => {
	const body =
		'{"code":"PARAM_ERROR","message":"","detail":{"field":"a","value":12345678901234567890}}';
	expect(read(body).detail?.value).toBe('12345678901234567890');
});

test.each([true, 0, 1.5, 'text'])('a value %j is text', (value) => {
	const body = { code: 'PARAM_ERROR', message: '', detail: { field: 'a', value } };
	expect(read(body).detail?.value).toBe(String(value));
});

test('members of another type are as good as none', () => {
	const detail = {
		field: {},
		value: null,
		issue: [],
		location: undefined,
		sign_information: 'GET',
	};
	expect(read({ code: 'PARAM_ERROR', message: { text: 1 }, detail })).toEqual({
		status: 400,
		code: 'PARAM_ERROR',
		message: '',
		requestId: REQUEST_ID,
		detail: { field: '', value: '', issue: '', location: '' },
	});
});

test('repeats no signature that an answer repeats', () => {
	const signature = Buffer.alloc(256, 7).toString('base64');
	const message = `Authorization: WECHATPAY2-SHA256-RSA2048 signature="${signature}"`;
	const refusal = read({ code: 'SIGN_ERROR', message, detail: { value: signature } });
	expect(JSON.stringify(refusal)).not.toContain(signature.slice(0, 40));
	expect(refusal.message).toContain('signature="…"');
});

describe('a body that is not WeChat Pay’s has no code and no words', () => {
	test.each([
		'',
		' ',
		'null',
		'7',
		'"SIGN_ERROR"',
		'[{"code":"SIGN_ERROR"}]',
		'{"code":"SIGN_ERROR"',
		'<html><body>502 Bad Gateway</body></html>',
		'{}',
		'{"message":"no Route matched with those values"}',
		'{"error":"bad gateway"}',
		'{"code":403,"msg":"blocked"}',
		'{"code":"403","message":"blocked"}',
		'{"code":"NotFound","message":"blocked"}',
		'{"code":"SIGN_ERROR ","message":"blocked"}',
		'{"code":"_SIGN","message":"blocked"}',
		'{"code":["SIGN_ERROR"],"message":"blocked"}',
		'{"code":null,"message":"blocked"}',
		'{"__proto__":{"code":"SIGN_ERROR"}}',
	])('%s', (body) => {
		expect(read(body, 403)).toEqual({
			status: 403,
			code: '',
			message: '',
			requestId: REQUEST_ID,
		});
	});
});

test.each([268697610, '268697610'])('a code of nine digits keeps its words: %p', (code) => {
	expect(read({ code, message: '活动不存在' })).toMatchObject({
		code: '268697610',
		message: '活动不存在',
	});
});

test.each([404, '10001', 1000000001, true])('a code of a gateway is none: %p', (code) => {
	expect(read({ code, message: 'no such route' })).toMatchObject({ code: '', message: '' });
});
