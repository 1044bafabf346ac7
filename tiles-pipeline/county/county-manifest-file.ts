import {
  type CountyManifest,
  countyManifestSchema,
  countySourceSchema,
} from '../../domain/contracts/county-manifest.ts';
import { type ManifestKind, readYamlManifest } from '../read/yaml-manifest.ts';

const COUNTY_YAML: ManifestKind<typeof countyManifestSchema> = {
  source: 'county.yaml',
  schema: countyManifestSchema,
  sourceKinds: countySourceSchema.options.map((option) => option.shape.kind.value),
  guide: 'docs/county-yaml.md',
  moreFiles: ({ rules }) => (rules === undefined ? [] : [{ path: ['rules'], file: rules }]),
};

/** Reads and validates county.yaml. Throws as `readYamlManifest`. */
export const readCountyManifest = (file: string): Promise<{ manifest: CountyManifest; folder: string }> =>
  readYamlManifest(file, COUNTY_YAML);
