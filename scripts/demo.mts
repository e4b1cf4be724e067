import { join, relative } from 'node:path';
import {
	importCouponNotifications,
	runCouponNotifications,
} from './examples/couponNotifications.mts';
import { viewOfSimulator } from './examples/simulatorView.mts';
import { setStage, type Stage } from './examples/stage.mts';
import { importStoreCleanup, runStoreCleanup } from './examples/storeCleanup.mts';
import { startWebhookReceiver, type WebhookReceiver } from './examples/webhookReceiver.mts';
import { Rest } from './n8n/rest.mts';
import { progressTo } from './progress.mts';
import { projectFolder } from './project.mts';

const progress = progressTo(process.stdout);
const { say } = progress;

process.once('SIGTERM', () => process.exit(143));

if (process.argv.includes('--open')) await open();
else await demonstrate();

/** Runs both example workflows and tells what they did. */
async function demonstrate(): Promise<void> {
	await withStage(async (stage, receiver) => {
		const agree = [
			await demonstrateStoreCleanup(stage),
			await demonstrateCouponNotifications(stage, receiver),
		];
		if (agree.includes(false)) {
			say('\nThese numbers do not agree with the state of the simulator.');
			process.exitCode = 1;
		} else {
			say('\nAll numbers agree with the state of the simulator.');
		}
	});
}

async function demonstrateStoreCleanup(stage: Stage): Promise<boolean> {
	const report = await progress.step(
		'Executing examples/store-cleanup.json',
		async () => await runStoreCleanup(stage),
	);
	const seen = viewOfSimulator(stage.simulator);
	const reasons = [...report.reasons].map(([reason, count]) => `    ${count} × ${reason}`);
	say(`
Take closed stores off a product coupon stock
  rows     ${report.rows}
  calls    ${seen.calls} (in ${(report.duration / 1000).toFixed(1)} s, ${seen.calls - seen.badlySigned} validly signed)
  done     ${report.done}
  refused  ${report.refused}
${reasons.join('\n')}
  results  ${relative(projectFolder, report.resultFiles.done)}
           ${relative(projectFolder, report.resultFiles.refused)}
`);
	return (
		report.rows === seen.done.length + seen.refused.length &&
		report.done === seen.done.length &&
		report.refused === seen.refused.length &&
		seen.badlySigned === 0
	);
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
	const notifications = receiver.notifications.map(
		({ text, responsible }) => `    to ${responsible}: ${text}`,
	);
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
		report.notified === receiver.notifications.length
	);
}

/** Leaves n8n running with everything in place, until Ctrl-C. */
async function open(): Promise<void> {
	await withStage(async (stage, receiver) => {
		const workflows = await progress.step('Importing the workflows', async () => [
			await importStoreCleanup(stage),
			await importCouponNotifications(stage, receiver.url),
		]);
		const server = await progress.step(
			`Starting n8n ${stage.n8nVersion}`,
			async () => await stage.instance.startServer(),
		);
		const interrupted = new Promise((resolve) => process.once('SIGINT', resolve));
		try {
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
		} finally {
			await server.stop();
		}
	});
}

async function withStage(
	work: (stage: Stage, receiver: WebhookReceiver) => Promise<void>,
): Promise<void> {
	const stage = await setStage(join(projectFolder, '.demo'), progress);
	const receiver = await startWebhookReceiver();
	try {
		await work(stage, receiver);
	} finally {
		await receiver.close();
		await stage.close();
	}
}
