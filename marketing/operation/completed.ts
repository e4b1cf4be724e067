import type { IDataObject } from 'n8n-workflow';
import { isJsonObject } from '../../wechatpay/losslessJson';
import type { Calls } from '../items/calls';
import { notBegun } from '../items/lookUp';
import { picked, type Values } from '../items/placement';
import type { BodyPart } from '../parameters/body';
import { isNothing } from '../parameters/givenText';
import { InputError } from '../parameters/inputError';
import { setAt, valueAt } from '../parameters/nesting';
import type { Parameter } from '../parameters/parameter';
import type { Operation } from './page';

/** The same part of a change: in it, what an object needs stays as it is where the object is given without it. */
export function unchangedInside(part: BodyPart): BodyPart {
	if (!('part' in part) || part.part === 'list') return part;
	const members = part.members.map((one) =>
		'part' in one || !one.isRequired
			? unchangedInside(one)
			: { ...one, absent: 'unchanged' as const },
	);
	return { ...part, members };
}

/** An object of a body that WeChat Pay takes as a whole only. */
interface Whole {
	/** dotted path; objects come before those inside them */
	path: string;
	/** what it has in any case */
	needed: readonly Parameter[];
	/** the names of all that it can have */
	names: readonly string[];
}

function wholesIn(parts: readonly BodyPart[], prefix = ''): Whole[] {
	return parts.flatMap((part) => {
		if (!('part' in part) || part.part === 'list') return [];
		const path = prefix + part.wire;
		const needed = part.members.filter(
			(one): one is Parameter => 'absent' in one && one.absent === 'unchanged',
		);
		const inside = wholesIn(part.members, `${path}.`);
		return needed.length > 0
			? [{ path, needed, names: part.members.map(({ wire }) => wire) }, ...inside]
			: inside;
	});
}

function hasGap({ needed }: Whole, given: IDataObject): boolean {
	return needed.some(({ wire }) => isNothing(given[wire]));
}

/**
 * Makes what puts in the parts that stay unchanged: of an object that WeChat Pay takes as a whole only, what was
 * not given is as the thing has it.
 *
 * @param get looks at the thing; its parameters are among those of the change
 * @param parts those of the body of the change
 * @returns what gives the values of the call, as they were unless such an object has a gap. It throws an InputError
 * where the thing has nothing to fill it with, and a CallError when it cannot be looked at.
 */
export function completedBy(get: Operation, parts: readonly BodyPart[]) {
	const wholes = wholesIn(parts);
	return async (calls: Calls, values: Values): Promise<Values> => {
		const given = (path: string): unknown => valueAt(values as IDataObject, path);
		const open = wholes.flatMap((whole) => {
			const object = given(whole.path);
			return isJsonObject(object) && hasGap(whole, object) ? [{ ...whole, object }] : [];
		});
		if (open.length === 0) return values;
		const ids = picked(values, get.parameters) as Values;
		const { data } = await calls.call(get, ids).catch((error: unknown) => {
			throw notBegun(error);
		});
		const completed = { ...values } as IDataObject;
		for (const { path, needed, names, object } of open) {
			const there = valueAt(data, path);
			const known = Object.entries(isJsonObject(there) ? there : {});
			const kept = known.filter(([name]) => names.includes(name));
			const whole: IDataObject = { ...Object.fromEntries(kept), ...object };
			const missing = needed.find(({ wire }) => isNothing(whole[wire]));
			if (missing) {
				throw new InputError(
					missing.field.displayName,
					'is missing, and there is none yet that could stay as it is',
					'Fill it in: WeChat Pay takes it together with what is given only.',
				);
			}
			setAt(completed, path.split('.'), whole);
		}
		return completed as Values;
	};
}
