import { expect, test } from '@jest/globals';
import { readOpeningHours } from '../../../../marketing/parameters/readOpeningHours.ts';

const read = (given: unknown) => readOpeningHours(given, 'Opening Hours');

test.each([
	['Mon-Fri 09:00-20:00|Sat-Sun 10:00-22:00', '周一至周五 09:00-20:00|周六至周日 10:00-22:00'],
	[
		'周一至周五 09:00-20:00|周六至周日 10:00-22:00',
		'周一至周五 09:00-20:00|周六至周日 10:00-22:00',
	],
	['Monday to Friday 9:00 to 20:00', '周一至周五 09:00-20:00'],
	['mon–thurs 9:00–18:00; Fri 9:00-12:00', '周一至周四 09:00-18:00|周五 09:00-12:00'],
	['Tuesday - Saturday 10:00 - 19:30', '周二至周六 10:00-19:30'],
	['周一到周日 08：00～24：00', '周一至周日 08:00-24:00'],
	['星期一至星期天08:00-22:00', '周一至周日 08:00-22:00'],
	['每天 00:00-24:00', '周一至周日 00:00-24:00'],
	['daily 7:30-23:00', '周一至周日 07:30-23:00'],
	['Every day 7:30-23:00', '周一至周日 07:30-23:00'],
	['Wed 22:00-02:00', '周三 22:00-02:00'],
	['Mon-Fri 09:00-12:00|Mon-Fri 13:00-18:00', '周一至周五 09:00-12:00|周一至周五 13:00-18:00'],
	['Mon-Fri 09:00-20:00\nSat 10:00-22:00', '周一至周五 09:00-20:00|周六 10:00-22:00'],
])('%s', (given, wanted) => {
	expect(read(given)).toBe(wanted);
	expect(read(wanted)).toBe(wanted);
});

test.each([
	'always',
	'09:00-20:00',
	'Mon-Fri',
	'Mon-Fri 9-20',
	'Mon-Fri 09:00-25:00',
	'Mon-Fri 24:00-25:00',
	'Mon-Fri 09:60-20:00',
	'Mon-Fri 09:00-24:01',
	'Monk-Fri 09:00-20:00',
	'周八 09:00-20:00',
	'Mon-Fri 09:00-20:00 and more',
])('%s is refused with an example', (given) => {
	expect(() => read(given)).toThrow(
		`Opening Hours has “${given}”, which is no days with their hours`,
	);
});

test('a period that is there twice is refused, however it is written', () => {
	expect(() => read('Mon-Fri 09:00-20:00|周一至周五 9:00-20:00')).toThrow(
		'Opening Hours has “周一至周五 09:00-20:00” twice',
	);
});
