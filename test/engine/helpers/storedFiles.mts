import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BinaryDataService } from 'n8n-core';

// What n8n-core finds its services with; it is a dependency of n8n-core, not of ours.
const { Container } = createRequire(createRequire(import.meta.url).resolve('n8n-core'))(
	'@n8n/di',
) as {
	Container: {
		get(service: typeof BinaryDataService): BinaryDataService;
		set(service: typeof BinaryDataService, instance: BinaryDataService): void;
	};
};

/** Where n8n keeps the files of executions. */
export interface StoredFiles {
	/** The files that are there, those that n8n writes beside them left out. */
	list(): Promise<string[]>;
	remove(): Promise<void>;
}

/** Has n8n keep the files of executions in a folder of this test, as n8n 2 does unless told otherwise. */
export async function storeFiles(): Promise<StoredFiles> {
	const folder = await mkdtemp(join(tmpdir(), 'wechatpay-files-'));
	const usual = Container.get(BinaryDataService);
	const config = { mode: 'filesystem', localStoragePath: folder };
	const service: BinaryDataService = Object.assign(Object.create(usual), { config, managers: {} });
	await service.init();
	Container.set(BinaryDataService, service);
	return {
		async list() {
			const entries = await readdir(folder, { recursive: true, withFileTypes: true });
			return entries
				.filter((entry) => entry.isFile() && !entry.name.endsWith('.metadata'))
				.map((entry) => join(entry.parentPath, entry.name));
		},
		async remove() {
			Container.set(BinaryDataService, usual);
			await rm(folder, { recursive: true });
		},
	};
}
