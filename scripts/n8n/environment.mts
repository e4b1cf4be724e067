import { delimiter, dirname } from 'node:path';

/** What an n8n process needs to know about its instance. */
export interface InstanceSettings {
	/** The Node executable that runs n8n. */
	node: string;
	userFolder: string;
	encryptionKey: string;
	/** The only folder whose files workflows may read and write. */
	files: string;
	port: number;
	brokerPort: number;
}

// Nothing else of the caller's environment: settings of another n8n or a proxy would change what runs.
const INHERITED = ['HOME', 'USERPROFILE', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LANG', 'PATH'];

const OFF = [
	'N8N_DIAGNOSTICS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_ENABLED',
	'N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED',
	'N8N_TEMPLATES_ENABLED',
	'N8N_PERSONALIZATION_ENABLED',
	'N8N_HIRING_BANNER_ENABLED',
	'N8N_VERIFIED_PACKAGES_ENABLED',
	'N8N_REINSTALL_MISSING_PACKAGES',
	'N8N_SECURE_COOKIE',
];

const EMPTY = [
	'EXTERNAL_FRONTEND_HOOKS_URLS',
	'N8N_DIAGNOSTICS_CONFIG_FRONTEND',
	'N8N_DIAGNOSTICS_CONFIG_BACKEND',
];

/** The environment of a quiet n8n that talks to nobody outside this machine. */
export function environmentOf(settings: InstanceSettings): NodeJS.ProcessEnv {
	const inherited = INHERITED.filter((name) => process.env[name] !== undefined);
	return {
		...Object.fromEntries(inherited.map((name) => [name, process.env[name]])),
		// n8n starts its task runner as plain "node".
		PATH: [dirname(settings.node), process.env.PATH].join(delimiter),
		...Object.fromEntries(OFF.map((name) => [name, 'false'])),
		...Object.fromEntries(EMPTY.map((name) => [name, ''])),
		N8N_ONBOARDING_FLOW_DISABLED: 'true',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(settings.port),
		// Where a worker answers, which has no port of its own otherwise.
		QUEUE_HEALTH_CHECK_PORT: String(settings.port),
		N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
		N8N_USER_FOLDER: settings.userFolder,
		N8N_ENCRYPTION_KEY: settings.encryptionKey,
		N8N_RESTRICT_FILE_ACCESS_TO: settings.files,
	};
}
