import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unpack } from '../unpack.mts';

/** Puts a packed community package where n8n keeps the ones that users install. */
export async function installCommunityPackage(
	userFolder: string,
	packageName: string,
	tarball: string,
): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const folder = join(nodes, 'node_modules', packageName);
	await mkdir(nodes, { recursive: true });
	await unpack(tarball, folder);
	const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
		version: string;
	};
	const installed = {
		name: 'installed-nodes',
		private: true,
		dependencies: { [packageName]: version },
	};
	await writeFile(join(nodes, 'package.json'), JSON.stringify(installed, null, 2));
}
