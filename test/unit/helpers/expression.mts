/** What n8n makes of an expression over the parameters of a node. */
export function valueOfExpression(text: string, parameters: Record<string, unknown>): unknown {
	const [, expression = ''] = /^=\{\{ (.*) \}\}$/s.exec(text) ?? [];
	return new Function('$parameter', `return ${expression}`)(parameters);
}
