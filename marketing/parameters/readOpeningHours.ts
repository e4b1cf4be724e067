import { InputError, shown } from './inputError';
import { readText } from './givenText';

const DAYS = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const DAY =
	'(?:(?:周|星期)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?)';
const TO = '\\s*(?:-|–|—|~|至|到|to)\\s*';
const HOUR = '(\\d{1,2}):(\\d\\d)';
const EVERY_DAY = '(daily|every ?day|每天|每日)';
const PERIOD = new RegExp(`^(?:${EVERY_DAY}|${DAY}(?:${TO}${DAY})?)\\s*${HOUR}${TO}${HOUR}$`, 'i');

const LAST_DAY = 6;

/** @returns 0 for Monday; `undefined` where neither name is given */
function dayOf(chinese: string | undefined, english: string | undefined): number | undefined {
	if (chinese !== undefined) return chinese === '天' ? LAST_DAY : DAYS.indexOf(chinese);
	return english === undefined ? undefined : ENGLISH_DAYS.indexOf(english.toLowerCase());
}

/** @returns `09:00`; `undefined` when a day has no such time */
function clockOf(hour: string, minute: string, latest: string): string | undefined {
	const clock = `${hour.padStart(2, '0')}:${minute}`;
	return clock <= latest && minute < '60' ? clock : undefined;
}

/** @returns a period as WeChat Pay writes it; `undefined` when it is none */
function periodOf(text: string): string | undefined {
	const match = PERIOD.exec(text);
	if (!match) return undefined;
	const [, every, chinese, english, lastChinese, lastEnglish, ...clocks] = match;
	const [hour = '', minute = '', endHour = '', endMinute = ''] = clocks;
	const first = every ? 0 : dayOf(chinese, english);
	const last = every ? LAST_DAY : dayOf(lastChinese, lastEnglish);
	const begin = clockOf(hour, minute, '23:59');
	const end = clockOf(endHour, endMinute, '24:00');
	if (first === undefined || begin === undefined || end === undefined) return undefined;
	const days = [first, last].filter((day) => day !== undefined);
	return `${days.map((day) => `周${DAYS[day]}`).join('至')} ${begin}-${end}`;
}

/**
 * Reads opening hours, periods of days and hours with a bar between them: `Mon-Fri 09:00-20:00|Sat-Sun 10:00-22:00`,
 * or in Chinese.
 *
 * @param given not empty
 * @param field display name, for the message
 * @returns them as WeChat Pay writes them: 周一至周五 09:00-20:00|周六至周日 10:00-22:00
 * @throws InputError for what is no period, and for one that is there twice
 */
export function readOpeningHours(given: unknown, field: string): string {
	const text = readText(given, field).normalize('NFKC');
	const parts = text.split(/[|;,、\n]/).map((part) => part.trim());
	const periods = parts
		.filter((part) => part !== '')
		.map((part) => {
			const period = periodOf(part);
			if (period !== undefined) return period;
			throw new InputError(
				field,
				`has ${shown(part)}, which is no days with their hours`,
				'Write them like this: Mon-Fri 09:00-20:00; Sat-Sun 10:00-22:00, or in Chinese.',
			);
		});
	const twice = periods.find((period, index) => periods.indexOf(period) !== index);
	if (twice === undefined) return periods.join('|');
	throw new InputError(field, `has ${shown(twice)} twice`, 'Take one of the two out.');
}
