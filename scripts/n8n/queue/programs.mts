import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** What n8n's queue mode needs besides n8n, and who may run it. */
export interface Programs {
	redisServer: string;
	postgres: string;
	initdb: string;
	/** Who runs PostgreSQL, which refuses root; absent: whoever runs this. */
	user?: { uid: number; gid: number };
}

/** Where Debian keeps PostgreSQL's programs, a folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

/** Finds Redis and PostgreSQL on this machine, or says in a sentence what is missing. */
export function findPrograms(): Programs | string {
	const redisServer = find('redis-server');
	const postgres = find('postgres');
	const initdb = find('initdb');
	if (!redisServer || !postgres || !initdb) {
		return 'Queue mode needs Redis and PostgreSQL (Debian and Ubuntu: apt-get install redis-server postgresql).';
	}
	if (process.getuid?.() !== 0) return { redisServer, postgres, initdb };
	const user = { uid: idOf('-u'), gid: idOf('-g') };
	if (Number.isNaN(user.uid))
		return 'PostgreSQL refuses to run as root, and there is no user postgres.';
	return { redisServer, postgres, initdb, user };
}

function find(program: string): string | undefined {
	const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
	const folders = [...onPath, ...versions.map((version) => join(DEBIAN, version, 'bin'))];
	return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

function idOf(option: '-u' | '-g'): number {
	const { status, stdout } = spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
	return status === 0 ? Number(stdout) : NaN;
}
