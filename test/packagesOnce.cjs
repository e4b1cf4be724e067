const { createRequire } = require('node:module');
const { join, sep } = require('node:path');
const { default: Runtime } = require('jest-runtime');

const NO_PACKAGE = /^(\.|\/|node:|@jest\/)/;

const keptKeyPairs = [];

/**
 * Jest loads everything anew for each test file, and n8n's packages take two seconds. Here packages are loaded once
 * for all files that a worker runs, and all files work with the same globals that packages use. What is ours, the
 * built package too, is loaded anew for each file, as ever.
 */
class PackagesOnce extends Runtime {
	constructor(config, environment, ...others) {
		super(config, environment, ...others);
		Object.assign(environment.global, { Error, Math, keptKeyPairs });
		environment.global.process.env = process.env;
		const built = join(config.rootDir, 'dist') + sep;
		for (const path of Object.keys(require.cache)) {
			if (path.startsWith(built)) delete require.cache[path];
		}
	}

	requireModuleOrMock(from, name) {
		return NO_PACKAGE.test(name)
			? super.requireModuleOrMock(from, name)
			: createRequire(from)(name);
	}
}

module.exports = PackagesOnce;
