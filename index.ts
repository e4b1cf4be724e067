export { WeChatPayMarketingApi } from './credentials/WeChatPayMarketingApi.credentials';
export { WeChatPayMarketing } from './nodes/WeChatPayMarketing/WeChatPayMarketing.node';
