import { chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../command.mts';
import { twoFreePorts } from '../twoFreePorts.mts';
import type { Programs } from './programs.mts';
import { Service } from './service.mts';

/** A Redis and a PostgreSQL of their own, with what n8n needs to know of them. */
export interface Services {
	redis: Service;
	postgres: Service;
	settings: Record<string, string>;
	/** Ends both, and deletes what they stored. */
	stop(): Promise<void>;
}

/** Starts both on free ports of the loopback interface, with new data in a temporary folder. */
export async function startServices(programs: Programs): Promise<Services> {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-services-'));
	const [redisPort, postgresPort] = (await twoFreePorts()).map(String) as [string, string];
	const redis = await startRedis(programs, folder, redisPort);
	const postgres = await startPostgres(programs, folder, postgresPort);
	return {
		redis,
		postgres,
		settings: {
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: redisPort,
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: postgresPort,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
		},
		async stop() {
			await Promise.all([redis.kill(), postgres.kill()]);
			await rm(folder, { recursive: true, force: true, maxRetries: 3 });
		},
	};
}

async function startRedis(
	{ redisServer }: Programs,
	folder: string,
	port: string,
): Promise<Service> {
	const stored = ['--save', '', '--appendonly', 'yes', '--dir', folder];
	return await Service.start(redisServer, ['--bind', '127.0.0.1', '--port', port, ...stored], {});
}

async function startPostgres(
	{ postgres, initdb, user }: Programs,
	folder: string,
	port: string,
): Promise<Service> {
	if (user) await chown(folder, user.uid, user.gid);
	const options = { cwd: folder, ...user };
	const data = join(folder, 'data');
	await run(initdb, ['-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8', '--locale=C'], options);
	const where = ['-c', 'listen_addresses=127.0.0.1', '-p', port, '-k', folder];
	return await Service.start(postgres, ['-D', data, ...where], options);
}
