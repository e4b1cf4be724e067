import { PRODUCT_COUPONS } from '../../test/simulator/shop.mts';
import type { Credential, Workflow, WorkflowNode } from '../n8n/workflow.mts';
import { packageName } from '../project.mts';

/** The nodes of the workflow. */
export const BRAND_NODE = 'Coupon of the Brand';
export const BRAND_TRIGGER = 'Coupon Received';

/** A workflow to look at the nodes of a brand with. */
export function brandWorkflow({ id, name, type }: Credential): Omit<Workflow, 'id'> {
	const credentials = { [type]: { id, name } };
	const nodes: WorkflowNode[] = [
		{
			name: BRAND_TRIGGER,
			type: `${packageName}.weChatPayBrandTrigger`,
			typeVersion: 2,
			position: [0, 0],
			parameters: { events: ['PRODUCT_COUPON.SEND'] },
			credentials,
			webhookId: 'brand',
		},
		{
			name: BRAND_NODE,
			type: `${packageName}.weChatPayBrand`,
			typeVersion: 1,
			position: [260, 0],
			parameters: {
				resource: 'productCoupon',
				operation: 'get',
				productCouponId: PRODUCT_COUPONS.effective,
			},
			credentials,
		},
	];
	const connections = {
		[BRAND_TRIGGER]: { main: [[{ node: BRAND_NODE, type: 'main', index: 0 }]] },
	};
	return { name: 'Brand', nodes, connections };
}
