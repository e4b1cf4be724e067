import { type Deactivation } from '../../shop.mts';
import { beijingTime } from './beijingTime.mts';

/** What is given to deactivate something. */
export interface DeactivationValues {
	out_request_no: string;
	deactivate_reason: string;
}

/** A deactivation at a time in milliseconds. */
export const deactivationOf = (
	{ out_request_no, deactivate_reason }: DeactivationValues,
	now: number,
): Deactivation => ({
	deactivate_request_no: out_request_no,
	deactivate_time: beijingTime(now),
	deactivate_reason,
});
