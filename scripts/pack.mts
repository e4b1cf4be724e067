import { join } from 'node:path';
import { npm } from './npm.mts';
import { projectFolder } from './project.mts';

export interface Tarball {
	path: string;
	/** Bytes of the tarball, as a registry would serve it. */
	size: number;
	files: string[];
}

interface PackReport {
	filename: string;
	size: number;
	files: Array<{ path: string }>;
}

/** Packs the built package the way `npm publish` does. */
export async function pack(destination: string): Promise<Tarball> {
	const { stdout } = await npm(['pack', '--json', '--pack-destination', destination], {
		cwd: projectFolder,
	});
	const [report] = JSON.parse(stdout) as [PackReport];
	return {
		path: join(destination, report.filename),
		size: report.size,
		files: report.files.map(({ path }) => path),
	};
}
