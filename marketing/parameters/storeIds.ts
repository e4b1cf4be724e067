import { choice, codeList, flag, list } from './kinds';
import { option, type Parameter } from './parameter';
import { readId } from './readId';
import { SLASHED_CODES } from './readList';

const words = {
	label: 'Store IDs',
	name: 'storeIds',
	example: '100000001, 100000002',
	description:
		'The stores: one, several with commas, semicolons or line ends between them, or an expression that gives a list. The stores of all input items are sent together, 200 at a time.',
};

/** Stores of a brand, for operations that take many at once. */
export const storeIds = list('store_list', { ...words, member: readId });

/** The same field, where it has the numbers of the chain's own system: text, in which a blank is a character. */
export const ownStoreNumbers = codeList('store_list', {
	...words,
	each: { maxLength: 32 },
	separation: SLASHED_CODES,
	mayHaveBlanks: true,
});

/** Whether stores are given by WeChat Pay's IDs or by the chain's own numbers. */
export const storeIdKind: Parameter<'store_id_kind', true, string> = {
	...choice(
		'store_id_kind',
		[
			{
				name: 'Own Numbers',
				value: 'own',
				description:
					"The numbers of the chain's own system, which its stores have at WeChat Pay, too (store_reference_id)",
			},
			{
				name: 'WeChat Pay Store IDs',
				value: 'wechatPay',
				description: 'The IDs that WeChat Pay gave the stores (store_id)',
			},
		],
		{
			label: 'Store ID Kind',
			name: 'storeIdKind',
			default: 'wechatPay',
			description:
				'What Store IDs has. Own numbers are looked up in the list of the stores of the brand before anything is sent: 1,000 stores a second.',
		},
	),
	ofNode: true,
};

/** Whether IDs are looked up before anything is sent. */
export const checkStores = option(
	flag('check_stores', {
		description:
			'Whether to look the stores up in the list of the stores of the brand before anything is sent, so that an ID that is none of them is told first. Own numbers always are.',
	}),
);
