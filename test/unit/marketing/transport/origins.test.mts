import { describe, expect, test } from '@jest/globals';
import { Origins } from '../../../../marketing/transport/origins.ts';
import { BACKUP_HOST, MAIN_HOST } from '../../helpers/credential.mts';

const GATEWAY = 'https://gateway.example';

/** Origins on a clock that is set. */
function originsAt() {
	const clock = { time: 0 };
	return { clock, origins: new Origins({ now: () => clock.time }) };
}

test('calls begin where they are to go', () => {
	const { origins } = originsAt();
	expect(origins.first(MAIN_HOST, MAIN_HOST)).toBe(MAIN_HOST);
	expect(origins.first(BACKUP_HOST, MAIN_HOST)).toBe(BACKUP_HOST);
	expect(origins.first(GATEWAY, GATEWAY)).toBe(GATEWAY);
});

describe('when one could not be reached', () => {
	test('the other one stands in, and calls begin there for five minutes', () => {
		const { clock, origins } = originsAt();
		expect(origins.otherThan(MAIN_HOST, MAIN_HOST)).toBe(BACKUP_HOST);
		clock.time = 299_999;
		expect(origins.first(MAIN_HOST, MAIN_HOST)).toBe(BACKUP_HOST);
		clock.time = 300_000;
		expect(origins.first(MAIN_HOST, MAIN_HOST)).toBe(MAIN_HOST);
	});

	test('neither the backup host: the main host again', () => {
		const { origins } = originsAt();
		origins.otherThan(MAIN_HOST, MAIN_HOST);
		expect(origins.otherThan(BACKUP_HOST, MAIN_HOST)).toBe(MAIN_HOST);
		expect(origins.first(MAIN_HOST, MAIN_HOST)).toBe(MAIN_HOST);
	});

	test('a host that the user configured has none that stands in', () => {
		const { origins } = originsAt();
		expect(origins.otherThan(GATEWAY, GATEWAY)).toBe(GATEWAY);
		expect(origins.otherThan(MAIN_HOST, GATEWAY)).toBe(GATEWAY);
		origins.otherThan(MAIN_HOST, MAIN_HOST);
		expect(origins.first(GATEWAY, GATEWAY)).toBe(GATEWAY);
		expect(origins.first(MAIN_HOST, GATEWAY)).toBe(MAIN_HOST);
	});
});
