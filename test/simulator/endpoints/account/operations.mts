import { type Operation } from '../../api/operations.mts';

const common = { family: 'account', parameters: [], status: 200, refusals: [] } as const;

/** What does not belong to marketing, but to the check of a credential. */
export const accountOperations: readonly Operation[] = [
	{
		...common,
		id: 'account.getCertificates',
		summary: 'Get the platform certificates',
		nameZh: '下载平台证书',
		method: 'GET',
		path: '/v3/certificates',
		parameters: [],
		refusals: [],
	},
	{
		...common,
		id: 'account.echo',
		summary: 'Give a message back',
		nameZh: '回声测试',
		method: 'POST',
		path: '/v3/security/echo',
		parameters: [],
		refusals: [],
		body: {
			isMultipart: false,
			schema: {
				type: 'object',
				required: ['echo_message'],
				properties: {
					echo_message: { type: 'string', 'x-name-zh': '回声消息' },
					notify_url: { type: 'string', format: 'uri', 'x-name-zh': '通知地址' },
				},
			},
		},
	},
];
