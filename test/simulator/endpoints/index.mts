import { decodePathValue } from '../parameters.mts';
import { disassociateStores } from './disassociateStores.mts';
import { echo } from './echo.mts';
import { type Endpoint } from './endpoint.mts';
import { getCertificates } from './getCertificates.mts';
import { getMerchantCouponStock } from './getMerchantCouponStock.mts';
import { getProductCoupon } from './getProductCoupon.mts';
import { listAssociatedStores } from './listAssociatedStores.mts';
import { listPartnerships } from './listPartnerships.mts';
import { listStocks } from './listStocks.mts';

const endpoints: readonly Endpoint[] = [
	getProductCoupon,
	listStocks,
	listAssociatedStores,
	disassociateStores,
	getMerchantCouponStock,
	listPartnerships,
	getCertificates,
	echo,
];

/**
 * The endpoint of a method and a raw path, with the raw values of its placeholders. The path is
 * matched before it is decoded, so that an ID may hold a slash.
 */
export function findEndpoint(
	method: string,
	rawPath: string,
): { endpoint: Endpoint; path(): Record<string, string> } | undefined {
	const segments = rawPath.split('/');
	for (const endpoint of endpoints) {
		const pattern = endpoint.path.split('/');
		const fits =
			endpoint.method === method &&
			pattern.length === segments.length &&
			pattern.every((part, index) =>
				part.startsWith('{') ? segments[index] !== '' : part === segments[index],
			);
		if (fits) return { endpoint, path: () => placeholders(pattern, segments) };
	}
	return undefined;
}

function placeholders(pattern: string[], segments: string[]): Record<string, string> {
	return Object.fromEntries(
		pattern.flatMap((part, index) => {
			if (!part.startsWith('{')) return [];
			const name = part.slice(1, -1);
			return [[name, decodePathValue(name, segments[index] ?? '')]];
		}),
	);
}
