import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../../test/simulator/index.mts';
import type { GenerationName } from '../n8n/generation.mts';
import type { Instance } from '../n8n/instance.mts';
import { installPacked } from '../n8n/installPacked.mts';
import { ensureSandbox } from '../n8n/sandbox.mts';
import type { Credential } from '../n8n/workflow.mts';
import type { Progress } from '../progress.mts';
import { credentialType } from '../project.mts';
import { exampleFiles, examplesFolder } from './exampleFiles.mts';
import { createExampleShop } from './exampleStores.mts';

/** All that the example workflows need: n8n with the package, the simulator, a credential, the spreadsheets. */
export interface Stage {
	n8nVersion: string;
	instance: Instance;
	simulator: Simulator;
	/** Imported already. */
	credential: Credential;
	/** The folder with the spreadsheets, where results go as well. */
	folder: string;
	close(): Promise<void>;
}

export interface StageOptions {
	/** The newest unless told. */
	generation?: GenerationName;
	/** What n8n encrypts credentials with; a new one unless told. */
	encryptionKey?: string;
	/** Whether the simulator takes every notification address to be on the stage's n8n, and sends there by itself. */
	notifies?: boolean;
}

/** Sets everything up; the folder is emptied first. */
export async function setStage(
	folder: string,
	progress: Progress,
	{ generation, encryptionKey, notifies = false }: StageOptions = {},
): Promise<Stage> {
	const sandbox = await ensureSandbox(progress, generation);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	for (const { name } of exampleFiles()) {
		await copyFile(join(examplesFolder, name), join(folder, name));
	}
	const instance = await progress.step(
		`Installing the packed package into a new n8n ${sandbox.version}`,
		async () => {
			const [instance] = await installPacked(1, { sandbox, files: folder, encryptionKey });
			return instance!;
		},
	);
	const simulator = await startSimulator({
		shop: createExampleShop(),
		...(notifies && { notificationOrigin: instance.url }),
	});
	const close = async (): Promise<void> => {
		await simulator.close();
		await instance.remove();
	};
	const credential = {
		id: 'simulator',
		name: 'WeChat Pay simulator',
		type: credentialType,
		data: simulator.credential,
	};
	try {
		await progress.step('Importing the credential', async () => {
			await instance.importCredential(credential);
		});
	} catch (error) {
		await close();
		throw error;
	}
	return { n8nVersion: sandbox.version, instance, simulator, credential, folder, close };
}
