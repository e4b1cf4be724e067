import { code } from '../../parameters/kinds';
import { appid } from '../../parameters/common';
import { optional } from '../../parameters/parameter';

/** A code that the merchant uploaded. */
export const uploadedCode = code('coupon_code', {
	mayHaveBlanks: true,
	maxLength: 32,
	example: 'A0001',
	description: 'The code as it was uploaded',
});

/** The AppID under which the answer names the user who got the code. */
export const userAppid = optional({
	...appid,
	identifies: false,
	field: {
		...appid.field,
		description: 'The AppID under which the answer names the user who got the code',
	},
});
