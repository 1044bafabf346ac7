import { type MineManifest, manifestSchema, sourceSchema } from '../../domain/contracts/manifest.ts';
import { type ManifestKind, type NamedFile, readYamlManifest } from './yaml-manifest.ts';

export { ManifestError } from './yaml-manifest.ts';

const MINE_YAML: ManifestKind<typeof manifestSchema> = {
  source: 'mine.yaml',
  schema: manifestSchema,
  sourceKinds: sourceSchema.options.map((option) => option.shape.kind.value),
  guide: 'docs/mine-yaml.md',
  moreFiles: ({ sources }) =>
    sources.flatMap((source, index): NamedFile[] => {
      const files: NamedFile[] = [];
      if ('table' in source && source.table)
        files.push({ path: ['sources', index, 'table'], file: source.table });
      if (source.pivot) files.push({ path: ['sources', index, 'pivot', 'file'], file: source.pivot.file });
      return files;
    }),
};

/** Reads and validates mine.yaml. Throws as `readYamlManifest`. */
export const readManifest = (file: string): Promise<{ manifest: MineManifest; folder: string }> =>
  readYamlManifest(file, MINE_YAML);
