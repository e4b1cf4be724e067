import { merchantFamilies, readDescription } from './operations.mts';
import { resolved, type Schema } from './schema.mts';

/** A notification as openapi/ describes it. */
export interface DescribedNotification {
	event_type: string;
	/** What WeChat Pay calls it. */
	nameZh: string;
	/** The object that is encrypted in it. */
	resource: Schema;
	/** What the page has for `original_type`, a hint only. */
	originalType: string;
}

interface EnvelopeText {
	properties: {
		resource: {
			properties: {
				original_type: { examples: [string] };
				ciphertext: { contentSchema: Schema };
			};
		};
	};
}

interface FileText {
	webhooks?: Record<
		string,
		{
			post: {
				'x-name-zh': string;
				requestBody: { content: { 'application/json': { schema: EnvelopeText } } };
			};
		}
	>;
	components: { schemas: Record<string, Schema> };
}

/** The notifications that openapi/ describes, as webhooks of these files, read anew; those of merchants unless told. */
export function readNotifications(
	families: readonly string[] = merchantFamilies(),
): DescribedNotification[] {
	return families.flatMap((family) => {
		const file = readDescription(family) as FileText;
		return Object.entries(file.webhooks ?? {}).map(([event_type, { post }]) => {
			const { schema } = post.requestBody.content['application/json'];
			const { original_type, ciphertext } = schema.properties.resource.properties;
			return {
				event_type,
				nameZh: post['x-name-zh'],
				resource: resolved(ciphertext.contentSchema, file.components.schemas),
				originalType: original_type.examples[0],
			};
		});
	});
}
