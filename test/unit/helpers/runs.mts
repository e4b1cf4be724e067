/**
 * How often a property is tried: `full` times, and a fraction of them for each mutant of a run of
 * Stryker, which would otherwise take hours.
 */
export const runs = (full: number): number =>
	process.env.STRYKER_MUTATOR_WORKER === undefined ? full : Math.ceil(full / 20);
