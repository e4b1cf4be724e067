import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pack } from '../pack.mts';
import { packageName } from '../project.mts';
import { Instance, type InstanceOptions } from './instance.mts';

/** Makes so many instances of n8n that have the package as it would be published. */
export async function installPacked(
	count: number,
	options: Omit<InstanceOptions, 'communityPackage'>,
): Promise<Instance[]> {
	const temporary = await mkdtemp(join(tmpdir(), `${packageName}-`));
	try {
		const { path: tarball } = await pack(temporary);
		const communityPackage = { name: packageName, tarball };
		const instances: Instance[] = [];
		for (let made = 0; made < count; made++) {
			instances.push(await Instance.create({ ...options, communityPackage }));
		}
		return instances;
	} finally {
		await rm(temporary, { recursive: true, force: true });
	}
}
