import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import {
	importCouponNotifications,
	runCouponNotifications,
} from './examples/couponNotifications.mts';
import { runCouponReceived } from './examples/couponReceived.mts';
import { countResults } from './examples/resultRows.mts';
import { viewOfSimulator } from './examples/simulatorView.mts';
import { setStage, type Stage } from './examples/stage.mts';
import { importStoreCleanup } from './examples/storeCleanup.mts';
import {
	publishForm,
	readStoreCleanupForm,
	withOptions,
	type UploadReport,
} from './examples/storeCleanupForm.mts';
import { startWebhookReceiver, type WebhookReceiver } from './examples/webhookReceiver.mts';
import { Rest } from './n8n/rest.mts';
import type { Server } from './n8n/server.mts';
import { progressTo } from './progress.mts';
import { projectFolder } from './project.mts';

const progress = progressTo(process.stdout);
const { say } = progress;

/** Nobody calls it: the simulator knows better. Without it no address may be told to WeChat Pay. */
const PUBLIC = 'https://n8n.example.com';
const PUBLIC_ADDRESS = { WEBHOOK_URL: PUBLIC, N8N_WEBHOOK_URL: PUBLIC };

process.once('SIGTERM', () => process.exit(143));

if (process.argv.includes('--open')) await open();
else await demonstrate();

/** Runs the store clean-up, the trigger and the look-up of coupons, and tells what they did. */
async function demonstrate(): Promise<void> {
	await withStage(async (stage, receiver) => {
		const onServer = await withServer(
			stage,
			async (server) => {
				const rest = new Rest(server.url);
				await rest.setUpOwner();
				return [
					await demonstrateStoreCleanup(stage, server, rest),
					await demonstrateTrigger(stage, rest),
				];
			},
			PUBLIC_ADDRESS,
		);
		const agree = [...onServer, await demonstrateCouponNotifications(stage, receiver)];
		if (agree.includes(false)) {
			say('\nThese numbers do not agree with the state of the simulator.');
			process.exitCode = 1;
		} else {
			say('\nAll numbers agree with the state of the simulator.');
		}
	});
}

/** Uploads the example spreadsheet to the clean-up's form: as a dry run first, then in earnest. */
async function demonstrateStoreCleanup(stage: Stage, server: Server, rest: Rest): Promise<boolean> {
	const workflow = await readStoreCleanupForm(stage);
	const source = join(stage.folder, 'stores.csv');
	const upload = async (title: string, options: object): Promise<UploadReport> => {
		const form = await publishForm(server, rest, withOptions(workflow, options));
		const file = { name: basename(source), bytes: await readFile(source) };
		const report = await progress.step(title, async () => await form.upload(file));
		await form.close();
		return report;
	};

	say('\nTake closed stores off a product coupon stock (examples/store-cleanup-form.json)');
	const dryRun = await upload('Uploading stores.csv, Dry Run on as delivered', { dryRun: true });
	sayResults(dryRun);
	const before = viewOfSimulator(stage.simulator);

	const run = await upload('Uploading stores.csv, Dry Run off', { dryRun: false });
	const result = join(stage.folder, run.file.name);
	await writeFile(result, run.file.bytes);
	sayResults(run);
	const seen = viewOfSimulator(stage.simulator);
	say(`  calls: ${seen.calls}, ${seen.calls - seen.badlySigned} of them validly signed
  the spreadsheet that came back: ${relative(projectFolder, result)}
`);
	return (
		before.done.length === 0 &&
		countResults(dryRun.results).get('would be disassociated') === seen.done.length &&
		countResults(run.results).get('disassociated') === seen.done.length &&
		run.results.length === seen.done.length + seen.left.length &&
		seen.badlySigned === 0
	);
}

/** Has a coupon sent to a user, of which the trigger is notified. */
async function demonstrateTrigger(stage: Stage, rest: Rest): Promise<boolean> {
	say('Confirm a product coupon that a user got (examples/coupon-received.json)');
	const { coupon_code, states, answers, told } = await progress.step(
		'Activating it, and sending a coupon',
		async () => await runCouponReceived(stage, rest),
	);
	const [before, after] = states;
	const answered = answers.map(({ status, took }) => `${status} in ${took.toFixed(0)} ms`);
	say(`  sent      ${coupon_code}, ${before}
  notified  n8n answered ${answered.join(', ')}
  confirmed ${coupon_code}, ${after}
  told      ${told.join(', ')}
`);
	return (
		before === 'CONFIRMING' &&
		after === 'EFFECTIVE' &&
		answers.at(-1)?.status === 200 &&
		told.length === 1 &&
		told[0]!.includes(coupon_code)
	);
}

function sayResults({ title, results }: UploadReport): void {
	const counts = [...countResults(results)].map(([result, count]) => `    ${count} ${result}`);
	say(`  “${title}”: ${results.length} rows\n${counts.join('\n')}`);
}

async function demonstrateCouponNotifications(
	stage: Stage,
	receiver: WebhookReceiver,
): Promise<boolean> {
	const callsBefore = stage.simulator.requests.length;
	const report = await progress.step(
		'Executing examples/coupon-lookup-notify.json',
		async () => await runCouponNotifications(stage, receiver.url),
	);
	const calls = stage.simulator.requests.slice(callsBefore);
	const notifications = receiver.messages.map((text) => `    ${text}`);
	say(`
Notify when product coupons are not effective
  rows      ${report.rows}
  calls     ${calls.length}
  found     ${report.found}
  not found ${report.notFound}
  notified  ${report.notified}
${notifications.join('\n')}
`);
	return (
		report.found === calls.filter(({ status }) => status === 200).length &&
		report.notFound === calls.filter(({ status }) => status === 404).length &&
		report.notified === receiver.messages.length
	);
}

/** Leaves n8n running with everything in place, until Ctrl-C. */
async function open(): Promise<void> {
	await withStage(async (stage, receiver) => {
		const workflows = await progress.step('Importing the workflows', async () => [
			await importForm(stage),
			await importStoreCleanup(stage),
			await importCouponNotifications(stage, receiver.url),
		]);
		const interrupted = new Promise((resolve) => process.once('SIGINT', resolve));
		await withServer(stage, async (server) => {
			const owner = await new Rest(server.url).setUpOwner();
			say(`
n8n is open: ${server.url}
  e-mail    ${owner.email}
  password  ${owner.password}
${workflows.map((id) => `  workflow  ${server.url}/workflow/${id}`).join('\n')}
  files     ${relative(projectFolder, stage.folder)}
WeChat Pay's stand-in: ${stage.simulator.url}
Ctrl-C stops everything.
`);
			await interrupted;
			say('Stopping …');
		});
	});
}

async function importForm(stage: Stage): Promise<string> {
	const workflow = await readStoreCleanupForm(stage);
	await stage.instance.importWorkflows(workflow);
	return workflow.id;
}

async function withServer<T>(
	stage: Stage,
	work: (server: Server) => Promise<T>,
	settings: Record<string, string> = {},
): Promise<T> {
	const server = await progress.step(
		`Starting n8n ${stage.n8nVersion}`,
		async () => await stage.instance.startServer(settings),
	);
	try {
		return await work(server);
	} finally {
		await server.stop();
	}
}

async function withStage(
	work: (stage: Stage, receiver: WebhookReceiver) => Promise<void>,
): Promise<void> {
	const stage = await setStage(join(projectFolder, '.demo'), progress, { notifies: true });
	const receiver = await startWebhookReceiver();
	try {
		await work(stage, receiver);
	} finally {
		await receiver.close();
		await stage.close();
	}
}
