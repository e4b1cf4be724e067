import type { RequestNumber } from '../../parameters/parameter';
import { numberFrom } from '../../items/requestNumber';
import type { Batch, Group } from './members';

/**
 * Gives the request number of a call. It is made where the rows gave none. One that all rows of the group gave is
 * that of the first call, and tells the others apart by their place; of several, those of the rows that the
 * call is made for make its number.
 *
 * @param call counted from 0
 * @throws InputError when the one that was given grows too long
 */
export function numberOfCall(
	parameter: RequestNumber,
	{ made, given }: Pick<Group, 'made' | 'given'>,
	call: number,
	members: readonly string[],
): string {
	const [first, ...others] = new Set(given.values());
	if (first === undefined) return made?.(call) ?? '';
	if (others.length === 0) return call === 0 ? first : parameter.read(`${first}-${call + 1}`);
	return numberFrom([...new Set(members.map((member) => given.get(member))), call]);
}

/** @returns what is told when the number that all rows of a group gave grows too long for the last of its calls */
export function tooLongFor({ requestNumber, atMost }: Batch, group: Group): Error | undefined {
	const last = Math.ceil(group.waiting.length / atMost) - 1;
	try {
		if (requestNumber) numberOfCall(requestNumber, group, last, []);
		return undefined;
	} catch (error) {
		return error as Error;
	}
}
