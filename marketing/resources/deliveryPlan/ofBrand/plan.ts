import { fromList } from '../../../parameters/common';
import { planId } from '../plan';

/** A delivery plan of the brand that calls, which can list its own. */
export const planOfBrand = fromList(
	{ ...planId, field: { ...planId.field, description: 'The delivery plan' } },
	{ method: 'searchDeliveryPlans', what: 'plan', example: '7000' },
);
