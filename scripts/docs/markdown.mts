import { format, resolveConfig } from 'prettier';

function row(cells: readonly string[]): string {
	const escaped = cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' '));
	return `| ${escaped.join(' | ')} |`;
}

/** A table; a column whose cells are all empty is left out. */
export function table(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const filled = heads.map((_, index) => rows.some((cells) => cells[index]));
	const kept = (cells: readonly string[]) => row(cells.filter((_, index) => filled[index]));
	return [kept(heads), kept(heads.map(() => '---')), ...rows.map(kept)].join('\n');
}

/** n8n wants a period behind several sentences, and none behind one. */
export const sentence = (description: string): string => description.replace(/\.?$/, '.');

/** A page and its text as Prettier leaves it. @param path of its file */
export async function page(
	path: string,
	blocks: readonly string[],
): Promise<{ path: string; text: string }> {
	const options = { ...(await resolveConfig(path)), filepath: path };
	return { path, text: await format(blocks.join('\n\n'), options) };
}
