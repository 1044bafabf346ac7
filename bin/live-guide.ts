import { z } from 'zod';
import { liveManifestSchema } from '../domain/contracts/live/live-manifest.ts';
import { ruleBookSchema } from '../domain/contracts/live/rule-book.ts';
import { type SchemaNode, table } from './manifest-guide.ts';

/** docs/live-yaml.md and docs/live.schema.json: the reference of live.yaml, from its schema. */

const TITLE = 'Hyalite live manifest (live.yaml)';

/** Lists and blocks of live.yaml, and what each is for. */
const BLOCKS: readonly (readonly [key: string, heading: string, text: string])[] = [
  [
    'presence',
    'when somebody counts as stale or lost',
    'Nobody ever disappears: a tag that is not heard is dimmed and shows its age, then a ring marks the last place.',
  ],
  [
    'gateways',
    'field gateways',
    'Those that are expected: one of these that says nothing is shown as silent. Others with a credential are taken as well.',
  ],
  [
    'devices',
    'what reports, and from where',
    'Readers hear tags; every other kind sends the readings of [mqtt.md](mqtt.md).',
  ],
  ['workPlaces', 'where work is done', 'Counted by head, and main ones must be seen by a camera.'],
  ['keyPlaces', 'what must be covered by cameras', 'The nine kinds of key place of JN矿 8(2)①.'],
  ['restrictedZones', 'where not everybody may be', 'Whole roadways, or a radius around a place, or both.'],
  ['shifts', 'shift times', 'In `timeZone`. A shift that ends before it starts ends on the next day.'],
  [
    'settings',
    "the mine's own numbers",
    'Rules that leave a number to the mine use these. A rule without its number does not run, and says so.',
  ],
  [
    'thresholds',
    'bounds on readings',
    'There are no built-in ones. Each names who set it, and is shown with every alarm it raises.',
  ],
  [
    'slopes',
    'slopes and waste dumps',
    'Stations, rain gauge and outline of each; its heights decide which rules it falls under.',
  ],
  [
    'unregisteredTags',
    'tags of nobody',
    'A tag on no list is shown all the same. Each takes room for good, so ids that are made up must not come without end.',
  ],
  [
    'retention',
    'how long positions and readings are kept',
    'Alarms, water and slope readings are kept for good.',
  ],
];

const nodeOf = (node: SchemaNode | undefined): SchemaNode => node?.items ?? node ?? {};

const guide = (schema: SchemaNode): string => {
  const blocks = BLOCKS.map(
    ([key, heading, text]) =>
      `## \`${key}\`: ${heading}\n\n${text}\n\n${table(nodeOf(schema.properties?.[key]))}`,
  );
  return `<!-- Generated from domain/contracts/live/live-manifest.ts by "npm run docs"; edit it there. -->
# live.yaml

Beside \`mine.yaml\`: who and what reports from a mine, where it stands and what is asked of it. The gateway reads it at its
start (\`hyalite serve --live <folder>\`, one folder a mine); it never goes into a bundle, since bundles are public and this
names people. A wrong file is refused with file, line, path, value and how to mend it, all faults at once; the other mines
are served all the same. The same rules as a JSON Schema, for editors that check while you type:
[live.schema.json](live.schema.json). The smallest one:

\`\`\`yaml
hyalite-live: 1
mine: qingshi-iron
county: yunxiu
provenance: measured
rules: ../rules/yunxiu.yaml
\`\`\`

Where something is: \`place\`, an id of the bundle's places.geojson, or \`e\`, \`n\` and \`h\`, survey coordinates in metres as in
mine.yaml (easting with or without the zone number), never both. Azimuths are degrees clockwise from grid north. Ids are
letters, digits, \`_\` and \`-\`, and each is given once over devices, places, zones, slopes and thresholds.

## The file

${table(schema, new Set(BLOCKS.map(([key]) => key)))}

${blocks.join('\n\n')}

## \`people\` and \`vehicles\`: who wears a tag

CSV in UTF-8, with or without a byte order mark; other encodings are refused, not guessed. Columns in any order, Chinese or
English headers, empty cells mean "not known":

| file | headers |
|---|---|
| \`people.file\` | \`标签,姓名,班组,工种,班次\` or \`tag,name,team,role,shift\` |
| \`vehicles.file\` | \`标签,名称,班组,类型\` or \`tag,name,team,type\` |

A tag is worn by one person or vehicle only; one given twice is refused with both rows. A tag that is heard and not listed is
shown all the same, as unknown.

## \`rules\`: the county's rules

A file a county, shared by its mines. Code holds no regulatory number: each rule names its clause and how well it is verified.

${table(nodeOf(z.toJSONSchema(ruleBookSchema, { io: 'input', reused: 'inline' }) as SchemaNode))}

### \`rules\` in it

${table(nodeOf((z.toJSONSchema(ruleBookSchema, { io: 'input', reused: 'inline' }) as SchemaNode).properties?.rules))}

## The demo mines

data/qingshi-iron/live.yaml and data/baiyun-limestone/live.yaml are written by data/generator; all in them is made up.
\`npm start\` plays them. \`npm run -s hyalite -- simulate --help\` tells how to play them otherwise: with late, repeated, false
and missing messages, clocks that are off, thousands of people, and the truth in a file beside.
`;
};

/** File name → content. */
export const liveDocs = (): Record<string, string> => {
  const schema = (reused: 'ref' | 'inline') => z.toJSONSchema(liveManifestSchema, { io: 'input', reused });
  return {
    'live.schema.json': `${JSON.stringify({ ...schema('ref'), title: TITLE }, null, 2)}\n`,
    'live-yaml.md': guide(schema('inline') as SchemaNode),
  };
};
