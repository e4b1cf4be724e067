/** Characters of a name that are looked at: names may be anybody's. */
const LONGEST = 120;

/** @returns how many characters have to be put in, taken out or changed to make one text of the other */
export function distance(one: string, other: string): number {
	const [from, to] = [one.slice(0, LONGEST), other.slice(0, LONGEST)];
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let at = 0; at < from.length; at++) {
		const next = [at + 1];
		for (let index = 0; index < to.length; index++) {
			const changed = (row[index] ?? 0) + (from[at] === to[index] ? 0 : 1);
			next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
		}
		row = next;
	}
	return row[to.length] ?? 0;
}

/** @returns that of the names, at least one, which is most like this one; the first of several */
export function nearest(name: string, names: readonly string[]): string {
	const distances = names.map((one) => distance(name, one));
	return names[distances.indexOf(Math.min(...distances))] ?? name;
}
