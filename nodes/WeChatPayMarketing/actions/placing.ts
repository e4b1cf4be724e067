import type { Call, Endpoint } from '../transport/endpoint';
import type { CallValues } from '../transport/pages';

/** An endpoint, and where the values of a call go that are not in its path. */
export interface PlacedEndpoint extends Endpoint {
	/** values that go into the query; objects are sent as JSON text */
	query?: readonly string[];
	/** values that go into the JSON body */
	body?: readonly string[];
	/** whether WeChat Pay may carry the same call out twice without harm */
	safeToRepeat: boolean;
}

function pick(values: CallValues, names: readonly string[]): CallValues {
	return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** Puts every value where its endpoint wants it. */
export function placed(endpoint: PlacedEndpoint, values: CallValues): Call {
	const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));
	return {
		endpoint,
		path: Object.fromEntries(inPath.map((name) => [name, String(values[name] ?? '')])),
		query: pick(values, endpoint.query ?? []),
		body: endpoint.body && { json: pick(values, endpoint.body) },
		mayBeRepeated: endpoint.safeToRepeat,
	};
}
