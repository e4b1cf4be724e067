import { payGiftActivityNotFound } from '../../refusals.mts';
import { type PayGiftActivity, type Shop } from '../../shop.mts';

/** The activity with this ID. */
export function activityOf(shop: Shop, activityId: string): Readonly<PayGiftActivity> {
	const activity = shop.payGiftActivity(activityId);
	if (!activity) throw payGiftActivityNotFound();
	return activity;
}
