import { z } from 'zod';
import { countyManifestSchema } from '../domain/contracts/county-manifest.ts';
import { SITE_KINDS } from '../domain/contracts/site-kinds.ts';
import { type SchemaNode, table } from './manifest-guide.ts';

/** docs/county-yaml.md and docs/county.schema.json: the reference of county.yaml, from its schema. */

const TITLE = 'Hyalite county manifest (county.yaml)';

const siteFields = (): string =>
  Object.entries(SITE_KINDS)
    .map(([kind, { name, fields }]) => {
      const listed = fields.map(({ id, name: called, unit, values }) => {
        const words = values ? `: ${Object.keys(values).join(' · ')}` : '';
        return `\`${id}\` ${called.zh}${unit ? ` (${unit})` : ''}${words}`;
      });
      return `| \`${kind}\` | ${name.zh}, ${name.en} | ${listed.join('; ')} |`;
    })
    .join('\n');

const guide = (root: SchemaNode): string => {
  const source = root.properties!.sources.items!;
  const kinds = source.oneOf ?? source.anyOf ?? [];
  const inAll = Object.keys(kinds[0].properties!).filter((name) =>
    kinds.every((kind) => kind.properties![name]),
  );
  const common = new Set(inAll);
  const kindName = (kind: SchemaNode) => String(kind.properties!.kind.const);
  const commonNode: SchemaNode = {
    required: ['kind', 'file'],
    properties: {
      ...Object.fromEntries(inAll.map((name) => [name, kinds[0].properties![name]])),
      kind: { ...kinds[0].properties!.kind, const: undefined, type: 'see below' },
    },
  };
  return `<!-- Generated from domain/contracts/county-manifest.ts by "npm run docs"; edit it there. -->
# county.yaml

A county is described by one file, \`county.yaml\`, and the files it names: borders, the register of mines, mining rights, what lies
underground, other sites of risk, relief. The same rules as a JSON Schema, for editors that check while you type:
[county.schema.json](county.schema.json). The demo is [data/yunxiu-county](../data/yunxiu-county/county.yaml).

\`\`\`
npm run -s hyalite -- build my-mine/mine.yaml                      # mines with a 3D bundle first
npm run -s hyalite -- build my-county/county.yaml --out counties   # then the county
\`\`\`

\`npm start\` builds every county.yaml under data/. Only \`boundary\` (or any mine or site) is needed; what is missing is listed, and what
no cell says is unknown everywhere: never zero, never "no", never green. A row that cannot be used is left out and listed with file, row,
column, value and what to do.

## The county

${table(root, new Set(['survey', 'base', 'sources']))}

### \`survey\`: where the numbers live

${table(root.properties!.survey)}

### \`base\`: the base map

${table(root.properties!.base)}

## \`sources\`: the files

Tables (CSV, XLSX) and vector files (GeoJSON, GeoPackage, shapefile) are read alike; headers in Chinese or English are found by
themselves, others are named under \`columns\`. In tables X is north and Y is east. Ids are written in lower case, all other signs become
hyphens (\`M1829\` is \`m1829\`), in every file alike.

${table(commonNode)}

${kinds
  .map((kind) => {
    const own = Object.keys(kind.properties!).filter((name) => !common.has(name));
    const extra = own.length ? `\n\n${table(kind, common)}` : '';
    return `### \`${kindName(kind)}\`\n\n${kind.description ?? ''}${extra}`;
  })
  .join('\n\n')}

## Fields of sites

| kind | name | fields, by id or Chinese header |
| --- | --- | --- |
${siteFields()}

Of mines grade A is the best. Of chemical parks A is the greatest risk: they have a field of their own and never share a legend.

## What is built

\`counties/<id>/\`: county.json (the catalog, with all findings), mines.json, features.json, sites.json, hazards.json and major-hazards.json (demo
counties only), neighbours.json, vector tiles \`base/{z}/{x}/{y}.mvt\` and, with a relief, Terrain-RGB tiles \`relief/{z}/{x}/{y}.png\`; beyond the
raster the nearest height goes on. The formats are domain/contracts/county.ts. The same files give the same bytes, and nothing is
built where nothing has changed.

neighbours.json compares all mines in one frame, metres east, north and up at the middle of the county. Up is not height: 20 km from
the middle they differ by 30 m. domain/county/county-frame.ts turns one into the other; water levels in it are heights. Of mines with a 3D bundle the bodies of the
bundle are compared as they are, of all others the shapes of \`mine-features\`. The rules are those of the file under \`rules\`:
[rules.md](rules.md#neighbours).
`;
};

export const countyDocs = (): Record<string, string> => {
  const schema = (reused: 'ref' | 'inline') => z.toJSONSchema(countyManifestSchema, { io: 'input', reused });
  return {
    'county.schema.json': `${JSON.stringify({ ...schema('ref'), title: TITLE }, null, 2)}\n`,
    'county-yaml.md': guide(schema('inline') as SchemaNode),
  };
};
