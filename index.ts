export { WeChatPayMarketingApi } from './credentials/WeChatPayMarketingApi.credentials';
export { WeChatPayBrandApi } from './credentials/WeChatPayBrandApi.credentials';
export { WeChatPayMarketing } from './nodes/WeChatPayMarketing/WeChatPayMarketing.node';
export { WeChatPayMarketingTrigger } from './nodes/WeChatPayMarketing/WeChatPayMarketingTrigger.node';
export { WeChatPayBrand } from './nodes/WeChatPayBrand/WeChatPayBrand.node';
export { WeChatPayBrandTrigger } from './nodes/WeChatPayBrand/WeChatPayBrandTrigger.node';
