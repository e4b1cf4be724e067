const EIGHT_HOURS = 8 * 3600 * 1000;

/** A time in milliseconds as WeChat Pay writes it: RFC 3339 in Beijing, whole seconds. */
export const beijingTime = (milliseconds: number) =>
	new Date(milliseconds + EIGHT_HOURS).toISOString().replace(/\.\d+Z$/, '+08:00');

/** The day in Beijing, e.g. 2026-11-25. */
export const beijingDay = (milliseconds: number) => beijingTime(milliseconds).slice(0, 10);
