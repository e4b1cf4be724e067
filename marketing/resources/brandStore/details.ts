import { code, text } from '../../parameters/kinds';
import { optional } from '../../parameters/parameter';
import { readOpeningHours } from '../../parameters/readOpeningHours';

/** The number that the chain itself has given the store. */
export const storeReferenceId = optional(
	code('store_basics.store_reference_id', {
		label: 'Own Number',
		name: 'storeReferenceId',
		maxLength: 32,
		mayHaveBlanks: true,
		identifies: false,
		example: '0042',
		description:
			'The number of the store in the system of the chain. WeChat Pay does not keep it unique: see that no two stores have the same.',
	}),
);

export const branchName = optional(
	text('store_basics.branch_name', {
		maxLength: 50,
		example: 'Coastal City',
		description: 'The name of the store alone, without that of the brand',
	}),
);

export const addressCode = code('store_address.address_code', {
	maxLength: 20,
	pattern: /^\d+$/,
	patternWords: 'digits',
	identifies: false,
	example: '440305',
	description: 'The code of province, city and district',
});

export const addressDetail = text('store_address.address_detail', {
	label: 'Address',
	name: 'addressDetail',
	maxLength: 200,
	example: '33 Wenxin Road, Coastal City Mall, 318',
	description: 'Street and house number, without province, city and district',
});

/** What else is known of where the store is. */
export const position = [
	optional(
		text('store_address.address_complements', {
			label: 'Landmark',
			name: 'addressComplements',
			maxLength: 50,
			description: 'What is near the store, so that it is found',
		}),
	),
	optional(
		text('store_address.longitude', {
			maxLength: 32,
			pattern: /^-?(180(\.0+)?|(1[0-7]\d|\d{1,2})(\.\d+)?)$/,
			patternWords: 'a number from -180 to 180',
			example: '113.935320',
			description: 'A number from -180 to 180',
		}),
	),
	optional(
		text('store_address.latitude', {
			maxLength: 32,
			pattern: /^-?(90(\.0+)?|[0-8]?\d(\.\d+)?)$/,
			patternWords: 'a number from -90 to 90',
			example: '22.517180',
			description: 'A number from -90 to 90',
		}),
	),
] as const;

const openingHours = text('store_business.business_hours', {
	label: 'Opening Hours',
	name: 'businessHours',
	maxLength: 256,
	example: 'Mon-Fri 09:00-20:00|Sat-Sun 10:00-22:00',
	description: 'Days with their hours, with | between them, in English or in Chinese',
});

/** Phone and opening hours. */
export const business = [
	optional(
		text('store_business.service_phone', {
			maxLength: 32,
			pattern: /^[\d-]+(\|[\d-]+)?$/,
			patternWords: 'one or two numbers of digits and -, with | between them',
			example: '0755-12345678',
			description: 'Two at most, with | between them',
		}),
	),
	optional({
		...openingHours,
		read: (given) => openingHours.read(readOpeningHours(given, openingHours.field.displayName)),
	}),
] as const;
