import { expect, test } from '@jest/globals';
import { exampleWorkflows } from '../e2e/exampleWorkflows.mts';

test.each(exampleWorkflows())('$file: dates that n8n makes are of Beijing', ({ workflow }) => {
	expect(workflow.settings).toMatchObject({ timezone: 'Asia/Shanghai' });
});
