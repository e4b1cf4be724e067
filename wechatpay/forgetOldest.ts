/** What is kept in the order in which it was put in: a Map or a Set. */
interface Kept {
	readonly size: number;
	keys(): IterableIterator<string>;
	delete(key: string): boolean;
}

/** Forgets what was put in first, when there is one more than so many. */
export function forgetOldest(kept: Kept, most: number): void {
	if (kept.size <= most) return;
	const { value } = kept.keys().next();
	if (value !== undefined) kept.delete(value);
}
