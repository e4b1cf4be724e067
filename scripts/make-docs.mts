// Writes the documents that are made from the pages of the node and from openapi/; `npm run docs` calls it.
import { writeFile } from 'node:fs/promises';
import { operationsPage, operationsPagePath } from './docs/operationsPage.mts';

await writeFile(operationsPagePath, await operationsPage());
