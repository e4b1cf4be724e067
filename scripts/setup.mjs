// Makes a clone ready: installs the development dependencies and builds, each only when it is due.
// Plain JavaScript without imports from node_modules, because on a fresh clone there are none.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
	console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
	process.exit(1);
}

process.chdir(join(import.meta.dirname, '..'));

function run(command, args) {
	const { status, error } = spawnSync(command, args, {
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (error) console.error(`${command} could not be started: ${error.message}`);
	if (status !== 0) process.exit(status ?? 1);
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

function newest(path) {
	if (!existsSync(path)) return 0;
	if (!statSync(path).isDirectory()) return modified(path);
	return Math.max(modified(path), ...readdirSync(path).map((name) => newest(join(path, name))));
}

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
	console.log('Installing the development dependencies (a minute or two)…');
	run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel', 'error']);
}

const sources = [
	'index.ts',
	'nodes',
	'marketing',
	'credentials',
	'wechatpay',
	'icons',
	'tsconfig.json',
];
if (modified('dist/index.js') < Math.max(...sources.map(newest))) {
	console.log('Building…');
	run('npm', ['run', 'build', '--silent']);
}
