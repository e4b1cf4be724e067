import { BRANDS, MERCHANT_COUPON_STOCKS, PRODUCT_COUPONS } from '../../test/simulator/shop.mts';
import { PARTNERSHIP_STOCKS, STOCKS } from '../../test/simulator/shop.mts';
import type { Credential, Workflow, WorkflowNode } from '../n8n/workflow.mts';
import { nodeType } from '../project.mts';

const COUPON = { brandId: BRANDS.coffee, productCouponId: PRODUCT_COUPONS.effective };
const NO_STOCK_YET = { __rl: true, mode: 'list', value: '' };

const STOCK = { __rl: true, mode: 'id', value: STOCKS.stores200 };

/** A node for each of these operations: what it is called, its resource, its operation and values of its fields. */
const OPERATIONS = [
	['Coupon', 'productCoupon', 'get', COUPON],
	['Stocks', 'productCouponStock', 'getAll', COUPON],
	['Stores', 'productCouponStock', 'getAssociatedStores', { ...COUPON, stockId: NO_STOCK_YET }],
	[
		'Stores to Take Off',
		'productCouponStock',
		'disassociateStores',
		{
			...COUPON,
			stockId: STOCK,
			storeIds: '100000001, 100000002',
		},
	],
	['Merchant Coupons', 'merchantCouponStock', 'get', { stockId: MERCHANT_COUPON_STOCKS.normal }],
	['New Coupon', 'productCoupon', 'create', { brandId: BRANDS.coffee }],
	['Stock to Stop', 'productCouponStock', 'deactivate', { ...COUPON, stockId: STOCK }],
	['Stores to Put On', 'productCouponStock', 'associateStores', { ...COUPON, stockId: STOCK }],
	['Coupon to Send', 'userProductCoupon', 'send', { ...COUPON, stockId: STOCK }],
	[
		'Cash Stock to Pause',
		'cashCouponStock',
		'pause',
		{ stockId: { __rl: true, mode: 'id', value: '' } },
	],
	['Uses of Cash Coupons', 'cashCouponStock', 'getUseReport', {}],
	['Coupon at the Till', 'merchantCoupon', 'use', {}],
	['Subsidy to Pay', 'merchantCouponSubsidy', 'pay', {}],
	['New Activity', 'payGiftActivity', 'create', {}],
	['Image to Upload', 'image', 'uploadForProductCoupon', {}],
	['Partners', 'partnership', 'getAll', { stockId: PARTNERSHIP_STOCKS.many.stock_id }],
] as const;

/** The names of the nodes in the tour, one for each operation. */
export const TOUR_NODES = OPERATIONS.map(([name]) => name);

const TRIGGER = 'Start';

/** The agent in the tour that has no tool yet. */
export const TOUR_AGENT = 'AI Agent';

/** The node that gets the output of an operation's node. */
export function tourNodeAfter(name: string): string {
	return `After ${name}`;
}

function operationNodes({ id, name, type }: Credential): WorkflowNode[] {
	return OPERATIONS.map(([nodeName, resource, operation, fields]) => ({
		name: nodeName,
		type: nodeType,
		typeVersion: 1,
		parameters: { resource, operation, ...fields },
		credentials: { [type]: { id, name } },
	}));
}

function nodesAfter(): WorkflowNode[] {
	return TOUR_NODES.map((name) => ({
		name: tourNodeAfter(name),
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {},
	}));
}

/** A workflow to look at the node with: each operation once, and an AI agent. */
export function tourWorkflow(credential: Credential): Omit<Workflow, 'id'> {
	const trigger = {
		name: TRIGGER,
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		parameters: {},
	};
	const agent = {
		name: TOUR_AGENT,
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 2,
		id: 'agent',
		position: [-120, 640],
		parameters: {},
	};
	const columns = [[trigger], operationNodes(credential), nodesAfter()];
	const nodes = columns.flatMap((column, x) =>
		column.map((node, y) => ({ ...node, id: `${x}-${y}`, position: [x * 260, y * 160] })),
	);
	const to = (node: string) => ({ node, type: 'main', index: 0 });
	return {
		name: 'Tour',
		nodes: [...nodes, agent],
		connections: {
			[TRIGGER]: { main: [TOUR_NODES.map(to)] },
			...Object.fromEntries(
				TOUR_NODES.map((name) => [name, { main: [[to(tourNodeAfter(name))]] }]),
			),
		},
	};
}
