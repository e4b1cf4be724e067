import { fastify } from 'fastify';

interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; parameters: { properties?: object } } }>;
}

/** Stands in for the provider of a chat model: calls one tool, once or several times, then repeats what the tool said. */
export interface ChatModelService {
	url: string;
	requests: ChatRequest[];
	close(): Promise<void>;
}

/** Starts one on the loopback interface, with the tool that it calls and what it fills in. */
export async function startChatModelService(
	tool: string,
	values: Record<string, string>,
	times = 1,
): Promise<ChatModelService> {
	const requests: ChatRequest[] = [];
	const app = fastify({ forceCloseConnections: true });
	app.post('/v1/chat/completions', ({ body }) => {
		const request = body as ChatRequest;
		requests.push(request);
		const answers = request.messages.filter(({ role }) => role === 'tool');
		const said = answers.length < times ? undefined : answers.at(-1);
		const call = { name: tool, arguments: JSON.stringify(values) };
		const message = said
			? { role: 'assistant', content: said.content }
			: {
					role: 'assistant',
					content: null,
					tool_calls: [{ id: `call-${answers.length}`, type: 'function', function: call }],
				};
		return {
			id: 'completion-1',
			object: 'chat.completion',
			created: 0,
			model: 'stand-in',
			choices: [{ index: 0, message, finish_reason: said ? 'stop' : 'tool_calls' }],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		};
	});
	const url = await app.listen({ port: 0, host: '127.0.0.1' });
	return { url: `${url}/v1`, requests, close: () => app.close() };
}
