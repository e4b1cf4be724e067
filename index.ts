export { WeChatPayMarketingApi } from './credentials/WeChatPayMarketingApi.credentials';
export { WeChatPayMarketing } from './nodes/WeChatPayMarketing/WeChatPayMarketing.node';
export { WeChatPayMarketingTrigger } from './nodes/WeChatPayMarketing/WeChatPayMarketingTrigger.node';
