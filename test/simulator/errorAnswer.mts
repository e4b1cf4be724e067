import { type Fault } from './faults.mts';
import { toJsonText } from './json.mts';
import { Refusal } from './refusals.mts';
import { type Answer, newRequestId } from './signedAnswer.mts';

/** What WeChat Pay's pages say to the status codes a fault may ask for. */
const COMMON: Record<number, { code: string; message: string } | undefined> = {
	400: { code: 'PARAM_ERROR', message: '参数错误' },
	401: { code: 'SIGN_ERROR', message: '验证不通过' },
	403: { code: 'NO_AUTH', message: '缺少业务相关权限' },
	404: { code: 'NOT_FOUND', message: '请求的URL不存在' },
	429: { code: 'RATELIMIT_EXCEEDED', message: '请求超过接口频率限制' },
	500: { code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' },
	502: { code: 'SERVICE_UNAVAILABLE', message: '服务不可用' },
	503: { code: 'SERVICE_UNAVAILABLE', message: '服务不可用' },
};

/** The answer to a refused request. Error answers carry no signature. */
export function errorAnswer(refusal: Refusal): Answer {
	return {
		status: refusal.status,
		code: refusal.code,
		headers: {
			'Content-Type': 'application/json; charset=utf-8',
			'Request-ID': newRequestId(refusal.detailCode),
		},
		body: Buffer.from(toJsonText(refusal.body())),
	};
}

/** The answer that a fault sends instead of doing the work; undefined when it does let it be done. */
export function answerInsteadOfWork(fault: Fault | undefined): Answer | undefined {
	if (fault?.kind === 'redirect') {
		const { status = 302, location } = fault;
		return { status, headers: { Location: location }, body: Buffer.alloc(0) };
	}
	if (fault?.kind !== 'status') return undefined;
	const { status, headers, body } = fault;
	if (body !== undefined) {
		const type = body.trimStart().startsWith('<') ? 'text/html' : 'application/json; charset=utf-8';
		return { status, headers: { 'Content-Type': type, ...headers }, body: Buffer.from(body) };
	}
	const common = COMMON[status] ?? { code: 'SYSTEM_ERROR', message: '系统异常，请稍后重试' };
	const { code = common.code, message = common.message } = fault;
	const answer = errorAnswer(new Refusal(status, code, message));
	return { ...answer, headers: { ...answer.headers, ...headers } };
}
