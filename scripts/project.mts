import { join } from 'node:path';

export const projectFolder = join(import.meta.dirname, '..');

export const packageName = 'n8n-nodes-wechatpay-marketing';
export const nodeType = `${packageName}.weChatPayMarketing`;
export const credentialType = 'weChatPayMarketingApi';
