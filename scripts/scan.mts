import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { pack } from './pack.mts';
import { packageName, projectFolder } from './project.mts';
import { unpack } from './unpack.mts';

// n8n's own scanner fetches a published package and its source; here both legs run before publishing.
const SIZE_LIMIT = 300_000;

/** What npm puts into every package, whatever `files` says. */
const ALWAYS_PACKED = /^(package\.json|README[^/]*|LICEN[CS]E[^/]*)$/i;
const SHIPPED = /^dist\/.*\.(d\.ts|js|json|svg)$/;
const TEST = /(^|\/)(test|tests|__tests__)\/|\.(test|spec)\./;

const faults: string[] = [];
const temporary = await mkdtemp(join(tmpdir(), `${packageName}-scan-`));
try {
	await scan('source', projectFolder, SOURCE_FILE_PATTERNS);

	const tarball = await pack(temporary);
	const unpacked = join(temporary, 'package');
	await unpack(tarball.path, unpacked);
	await scan('tarball', unpacked);

	console.log(`\n${tarball.files.length} files, ${(tarball.size / 1000).toFixed(1)} kB packed:`);
	for (const file of tarball.files) console.log(`  ${file}`);
	if (tarball.size >= SIZE_LIMIT) faults.push(`The tarball has ${tarball.size} bytes.`);
	for (const file of tarball.files) {
		const belongs = ALWAYS_PACKED.test(file) || (SHIPPED.test(file) && !TEST.test(file));
		if (!belongs) faults.push(`The tarball should not contain ${file}.`);
	}
} finally {
	await rm(temporary, { recursive: true, force: true });
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

async function scan(what: string, folder: string, patterns?: string[]): Promise<void> {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`n8n's scanner, ${what}: ${passed ? 'passed' : 'not passed'}`);
	if (message) console.log(details ?? message);
	if (!passed) faults.push(`The ${what} does not pass n8n's scanner.`);
	// The scanner passes a folder in which it finds nothing to read.
	else if (message) faults.push(`The ${what} was not scanned: ${message}.`);
}
