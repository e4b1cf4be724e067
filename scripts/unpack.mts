import { mkdir } from 'node:fs/promises';
import { run } from './command.mts';

/** Unpacks an npm tarball into a folder; `tar` is part of Linux, macOS and Windows, and n8n uses it as well. */
export async function unpack(tarball: string, folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}
