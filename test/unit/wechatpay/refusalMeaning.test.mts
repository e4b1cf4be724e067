import { describe, expect, test } from '@jest/globals';
import { KNOWN_REFUSALS, KNOWN_WORDS } from '../../../wechatpay/errorCodes.ts';
import type { Refusal } from '../../../wechatpay/refusal.ts';
import { meaningOf } from '../../../wechatpay/refusalMeaning.ts';

const REQUEST_ID = '08E68E97CC-0';
const OF_APPID = '08E68E97CC-268578704';
const refused = (status: number, code = '', message = '', requestId = REQUEST_ID): Refusal => ({
	status,
	code,
	message,
	requestId,
});

describe('codes and words', () => {
	const entries = Object.entries(KNOWN_REFUSALS).flatMap(([code, ofCode]) =>
		ofCode.map((entry: { says?: string; means: string }) => ({ code, ...entry })),
	);
	const words = KNOWN_WORDS.map((entry) => ({ code: 'SOMETHING_NEW', ...entry }));

	test.each([...entries, ...words])('$code $says means $means', ({ code, says = '', means }) => {
		expect(meaningOf(refused(400, code, says))).toBe(means);
		expect(meaningOf(refused(400, code, `微信支付：${says.toUpperCase()}。`))).toBe(means);
	});

	test('words say most, then the detail code, then the code alone', () => {
		expect(meaningOf(refused(400, 'INVALID_REQUEST', '已过期的批次', OF_APPID))).toBe(
			'stockExpired',
		);
		expect(meaningOf(refused(400, 'SIGN_ERROR', 'Wechatpay-Serial', OF_APPID))).toBe(
			'unknownPublicKeyId',
		);
		expect(meaningOf(refused(400, 'INVALID_REQUEST', '', OF_APPID))).toBe('illegalAppid');
		expect(meaningOf(refused(500, '', '', OF_APPID))).toBe('illegalAppid');
		expect(meaningOf(refused(429, 'INVALID_REQUEST'))).toBe('againstRules');
	});

	test('the words of one code say nothing about another', () => {
		expect(meaningOf(refused(404, 'NOT_FOUND', '已过期的批次'))).toBe('notFound');
		expect(meaningOf(refused(404, 'SOMETHING_NEW', '已过期的批次'))).toBe('refused');
	});
});

describe('the status', () => {
	test.each([
		[200, 'memberRefused'],
		[299, 'memberRefused'],
		[300, 'redirect'],
		[399, 'redirect'],
		[400, 'refused'],
		[428, 'refused'],
		[429, 'tooMany'],
		[499, 'refused'],
		[500, 'unavailable'],
		[599, 'unavailable'],
	])('%d means %s', (status, means) => {
		for (const code of ['', 'SOMETHING_NEW', 'constructor', '__proto__', 'toString']) {
			expect(meaningOf(refused(status, code))).toBe(means);
		}
	});

	test('an answer with neither code nor Request-ID is not from WeChat Pay', () => {
		expect(meaningOf(refused(404, '', '', ''))).toBe('notWeChatPay');
		expect(meaningOf(refused(404, 'SOMETHING_NEW', '', ''))).toBe('refused');
		expect(meaningOf(refused(302, '', '', ''))).toBe('redirect');
		expect(meaningOf(refused(500, '', '', ''))).toBe('unavailable');
	});
});
