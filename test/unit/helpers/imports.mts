import { posix } from 'node:path';
import ts from 'typescript';

/** An import or a re-export, of a type as well. */
export interface Import {
	/** the file that imports, as a path in the project */
	from: string;
	/** what is imported as the file says it, such as `../items/row` */
	said: string;
	/** the file that is imported, as a path in the project; a package keeps its name */
	to: string;
}

/** Whom a room may import directly; what those may import, it may import, too. */
export type Arrow = Readonly<Record<string, readonly string[]>>;

/**
 * @param texts the files of a tree, by their paths in the project
 * @returns all imports of theirs
 * @throws Error at an import of a file that is not in the tree
 */
export function importsOf(texts: ReadonlyMap<string, string>): Import[] {
	return [...texts].flatMap(([from, text]) =>
		ts.preProcessFile(text, true, true).importedFiles.map(({ fileName: said }) => {
			if (!said.startsWith('.')) return { from, said, to: said };
			const path = posix.join(posix.dirname(from), said);
			const to = [`${path}.ts`, `${path}/index.ts`].find((file) => texts.has(file));
			if (to === undefined) throw new Error(`${from} imports ${said}, which is not in the tree`);
			return { from, said, to };
		}),
	);
}

/** The room of a file: the longest name in the arrow that is the file itself or a folder above it. */
function roomOf(path: string, arrow: Arrow): string | undefined {
	return [...Object.keys(arrow), ...Object.values(arrow).flat()]
		.filter((room) => path === room || path.startsWith(`${room}/`))
		.sort((one, other) => other.length - one.length)[0];
}

function isBelow(room: string, above: string, arrow: Arrow): boolean {
	const direct = arrow[above] ?? [];
	return direct.includes(room) || direct.some((next) => isBelow(room, next, arrow));
}

/** @returns a sentence for each import that the arrow does not allow, and for each file that stands in no room */
export function againstTheArrow(imports: readonly Import[], arrow: Arrow): string[] {
	return imports.flatMap(({ from, said, to }) => {
		const [room, imported] = [roomOf(from, arrow), roomOf(to, arrow)];
		if (room === undefined) return [`${from} stands in no room`];
		if (imported === undefined) return [`${from} imports ${said}, which stands in no room`];
		if (room === imported || isBelow(imported, room, arrow)) return [];
		return [`${from} imports ${said}: ${room} must not know of ${imported}`];
	});
}

/** The shortest circle that begins and ends with a file, as the imports that make it. */
function circleThrough(file: string, imports: readonly Import[]): Import[] | undefined {
	const ways = new Map<string, Import[]>([[file, []]]);
	// A map goes on to what is added while it is walked: the nearest files come first.
	for (const [at, way] of ways) {
		for (const next of imports.filter(({ from }) => from === at)) {
			if (next.to === file) return [...way, next];
			if (!ways.has(next.to)) ways.set(next.to, [...way, next]);
		}
	}
	return undefined;
}

/** @returns the shortest circle through each file that stands in one, told once, as the imports that make it */
export function circlesIn(imports: readonly Import[]): string[] {
	const files = [...new Set(imports.map(({ from }) => from))].sort();
	const told = new Set<string>();
	return files.flatMap((file) => {
		const circle = told.has(file) ? undefined : circleThrough(file, imports);
		if (!circle) return [];
		for (const { from } of circle) told.add(from);
		return [circle.map(({ from, said }) => `${from} imports ${said}`).join(', ')];
	});
}
