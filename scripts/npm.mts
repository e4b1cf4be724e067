import { dirname, join } from 'node:path';
import { run, type CommandOptions, type CommandOutput } from './command.mts';

/** Runs npm: the one that is running this script, or the one that came with this Node. */
export async function npm(args: string[], options: CommandOptions = {}): Promise<CommandOutput> {
	const script = process.env.npm_execpath;
	if (script?.endsWith('npm-cli.js')) {
		return await run(process.execPath, [script, ...args], options);
	}
	if (process.platform === 'win32') {
		const bundled = join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
		return await run(process.execPath, [bundled, ...args], options);
	}
	return await run('npm', args, options);
}
