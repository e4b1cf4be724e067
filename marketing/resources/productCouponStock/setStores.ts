import { exactly } from '../../operation/batch/exactly';
import { associateStores } from './associateStores';
import { disassociateStores } from './disassociateStores';

export const setStores = exactly({
	name: 'Set Stores',
	action: 'Set stores of product coupon stock',
	description:
		'Make the stores of a stock exactly those of the input: put on it what is missing, then take off it what is not in the input',
	hint: 'The stores of each stock will be made exactly those of all its input items: stores that are not in the input are taken off. Turn on Dry Run under Options to see first what would happen.',
	add: associateStores,
	remove: disassociateStores,
});
