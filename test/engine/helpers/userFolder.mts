// n8n-core writes a settings file when it is imported: into a folder of these tests, not into the user's.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const worker = process.env.JEST_WORKER_ID ?? '1';
process.env.N8N_USER_FOLDER = join(tmpdir(), `n8n-nodes-wechatpay-marketing-test-${worker}`);
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
process.env.N8N_LOG_LEVEL = 'silent';
