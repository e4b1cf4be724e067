import { expect, test } from '@jest/globals';
import {
	isBeforeSending,
	isUnreachable,
	networkCondition,
} from '../../../../marketing/transport/networkConditions.ts';

test.each(['constructor', '__proto__', 'toString'])(
	'the code %s, which all objects have as a name, is known as little as any other',
	(code) => {
		expect(isUnreachable(code)).toBe(false);
		expect(isBeforeSending(code)).toBe(false);
		expect(networkCondition({ code })).toEqual(networkCondition({ code: 'EUNHEARDOF' }));
	},
);
