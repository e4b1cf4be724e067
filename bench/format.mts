import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Measured, Sample } from './compare.mts';

/** Milliseconds as a person reads them. */
export function duration(milliseconds: number): string {
	if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
	return `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms`;
}

/** The median, and the fastest and the slowest when there are several. */
export function times({ median, fastest, slowest }: Measured<Sample>): string {
	const middle = duration(median.milliseconds);
	return fastest === slowest ? middle : `${middle} (${duration(fastest)}–${duration(slowest)})`;
}

/** How many times as long the one took as the other. */
export function ratio(one: Measured<Sample>, other: Measured<Sample>): string {
	return `${(one.median.milliseconds / other.median.milliseconds).toFixed(2)}×`;
}

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** A table in Markdown; the columns that hold numbers are aligned to the right. */
export function table(head: string[], numbers: number[], rows: string[][]): string {
	const rule = head.map((_, index) => (numbers.includes(index) ? '---:' : '---'));
	return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function versionOf(packageName: string): string {
	const path = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
	const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
	return `${packageName} ${version}`;
}

/** The machine and the versions that the numbers depend on, and how busy the machine was. */
export function circumstances(): string {
	const [cpu] = cpus();
	const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
	const versions = ['n8n-core', 'n8n-workflow', 'wechatpay-axios-plugin'].map(versionOf);
	const load = loadavg()[0]!.toFixed(1);
	return `Measured on ${machine}, ${process.platform}, Node.js ${process.versions.node}, ${versions.join(', ')}; load average at the start ${load}.`;
}
