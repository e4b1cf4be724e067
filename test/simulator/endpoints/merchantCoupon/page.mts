import { type JsonObject } from '../../json.mts';
import { type Shop } from '../../shop.mts';

/** The part of a list that is asked for, as the shop pages its lists. */
export function pageOfList(
	list: readonly JsonObject[],
	{ merchantPaging: { counts, from, longest } }: Shop,
	{ offset = 0, limit = 20 }: { offset?: number; limit?: number },
): JsonObject {
	const size = Math.min(limit, longest);
	const place = Math.max(0, offset - from) * (counts === 'pages' ? size : 1);
	const data = list.slice(place, place + size);
	return {
		total_count: list.length,
		offset,
		limit: size,
		data: data.length > 0 ? data : undefined,
	};
}
