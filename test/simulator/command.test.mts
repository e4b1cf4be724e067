import { describe, expect, jest, test } from '@jest/globals';
import { run, start, collect } from '../../scripts/command.mts';
import { startSimulator } from './index.mts';

// A process of its own takes some seconds on a busy machine.
jest.setTimeout(60_000);

const command = (...args: string[]): [command: string, args: string[]] => [
	process.execPath,
	['--import', 'tsx', 'scripts/simulator.mts', ...args],
];

/** What the command prints until it says that it is ready; it is ended then. */
async function outputOf(...args: string[]): Promise<string> {
	const child = start(...command(...args));
	const printed = collect(child.stdout);
	const ended = new Promise((resolve) => child.once('close', resolve));
	child.stdout?.on('data', () => {
		if (printed().includes('Requests (Ctrl-C')) child.kill('SIGTERM');
	});
	await ended;
	return printed();
}

describe('npm run simulator', () => {
	test('a port in use: says which option chooses another one', async () => {
		const simulator = await startSimulator();
		const { port } = new URL(simulator.url);
		const failed = run(...command('--port', port));
		await expect(failed).rejects.toThrow(
			`Port ${port} is in use. Choose another one with --port, e.g. --port ${Number(port) + 1}.`,
		);
		await simulator.close();
	});

	test.each([
		[['--port', 'x'], '--port must be a number from 0 to 65535, not x.'],
		[
			['--port', '0', '--host', '192.0.2.1'],
			'--host must be an address of this machine, not 192.0.2.1.',
		],
	])('%j: %s', async (args, message) => {
		await expect(run(...command(...args))).rejects.toThrow(message);
	});

	test('prints a base URL that the credential takes, wherever it listens', async () => {
		const usual = await outputOf('--port', '0');
		expect(usual).toMatch(/^API Base URL: http:\/\/127\.0\.0\.1:\d+$/m);
		expect(usual).not.toContain('docs/simulator.md');
		const outside = await outputOf('--port', '0', '--host', '127.0.0.2');
		expect(outside).toMatch(/^API Base URL: http:\/\/127\.0\.0\.1:\d+$/m);
		expect(outside).toContain(
			'It listens on 127.0.0.2. How a container reaches it: docs/simulator.md.',
		);
	});
});
