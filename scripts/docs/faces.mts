import { brandResources } from '../../marketing/brand.ts';
import type { Resource } from '../../marketing/operation/resource.ts';
import { resources } from '../../marketing/resources/index.ts';
import { BRAND_FAMILY, readBrandOperations } from '../../test/simulator/api/brandOperations.mts';
import { merchantFamilies, readOperations } from '../../test/simulator/api/operations.mts';

/** A node of the package, of which there are a page that lists its operations, pages of its resources and previews. */
export interface Face {
	/** the folder in nodes/ */
	node: string;
	resources: readonly Resource[];
	/** what the first page is called, and its path from docs/ */
	title: string;
	index: string;
	/** where the pages of resources are, from docs/ */
	folder: string;
	/** the files of openapi/ that have its notifications */
	families: readonly string[];
}

export const merchantFace: Face = {
	node: 'WeChatPayMarketing',
	resources,
	title: 'Operations',
	index: 'operations.md',
	folder: 'operations',
	families: merchantFamilies(),
};

export const brandFace: Face = {
	node: 'WeChatPayBrand',
	resources: brandResources,
	title: 'Operations of WeChat Pay Brand',
	index: 'brand-operations.md',
	folder: 'operations/brand',
	families: [BRAND_FAMILY, 'delivery-plan'],
};

export const FACES: readonly Face[] = [merchantFace, brandFace];

/** What openapi/ describes of either. */
export const describedOperations = [...readOperations(), ...readBrandOperations()];
