/** The parts of a JSON Schema that zod writes for the manifest and the guide shows. */
export interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly additionalProperties?: SchemaNode | boolean;
}

const typeOf = (node: SchemaNode): string => {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(', ');
  const choices = node.anyOf ?? node.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ');
  if (node.type === 'array' && node.items) return `list of ${typeOf(node.items)}`;
  if (node.type === 'object' && typeof node.additionalProperties === 'object')
    return `map to ${typeOf(node.additionalProperties)}`;
  return node.type === 'object' ? blockOf(node) : (node.type ?? 'any value');
};

/** The largest block whose keys still fit a table cell; larger ones have a table of their own. */
const MOST_KEYS = 3;

const blockOf = ({ properties = {} }: SchemaNode): string => {
  const keys = Object.keys(properties);
  return keys.length > 0 && keys.length <= MOST_KEYS ? `\`{ ${keys.join(', ')} }\`` : 'block';
};

/** A pipe or a line break would end a table cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** One row a key: needed, value, default, meaning. */
export const table = (node: SchemaNode, leaveOut: ReadonlySet<string> = new Set()): string => {
  const rows = Object.entries(node.properties ?? {})
    .filter(([name]) => !leaveOut.has(name))
    .map(([name, child]) => {
      const must = node.required?.includes(name) ? 'yes' : '';
      const fallback = child.default === undefined ? '' : `\`${JSON.stringify(child.default)}\``;
      return `| \`${name}\` | ${must} | ${cell(typeOf(child))} | ${fallback} | ${cell(child.description ?? '')} |`;
    });
  return ['| key | needed | value | default | meaning |', '|---|---|---|---|---|', ...rows].join('\n');
};

/** docs/mine-yaml.md: the manifest's reference, from its JSON Schema. */
export const manifestGuide = (schema: unknown): string => {
  const root = schema as SchemaNode;
  const source = root.properties!.sources.items!;
  const kinds = source.oneOf ?? source.anyOf ?? [];
  const inAll = Object.keys(kinds[0].properties!).filter((name) =>
    kinds.every((kind) => kind.properties![name]),
  );
  const commonKeys = new Set(inAll);
  const kindName = (kind: SchemaNode) => String(kind.properties!.kind.const);
  const common: SchemaNode = {
    required: ['kind', 'file'],
    properties: Object.fromEntries(inAll.map((name) => [name, kinds[0].properties![name]])),
  };
  const kindRows = {
    ...common.properties,
    kind: { ...common.properties!.kind, const: undefined, type: 'see below' },
  };
  return `<!-- Generated from domain/contracts/manifest.ts by "npm run docs"; edit it there. -->
# mine.yaml

A mine is described by one file, \`mine.yaml\`, beside (or above) its survey files. The same rules as a JSON Schema, for
editors that check while you type: [mine.schema.json](mine.schema.json). A wrong manifest is refused with the path, the
value found and what was expected.

## The mine

${table(root, new Set(['survey', 'sources', 'lithologies', 'driving', 'strata', 'seams', 'bodies']))}

## \`survey\`: where the numbers live

${table(root.properties!.survey)}

### \`survey.localGrid\`

${root.properties!.survey.properties!.localGrid.description ?? ''}

${table(root.properties!.survey.properties!.localGrid)}

## \`lithologies\`: rock names and colours

${table(root.properties!.lithologies.items!)}

## \`strata\`: the stratigraphic column

${root.properties!.strata.description ?? ''}. What is computed from it: [geology.md](geology.md).

${table(root.properties!.strata)}

### \`strata.units\`

${table(root.properties!.strata.properties!.units.items!)}

### \`strata.units.variogram\`

${table(root.properties!.strata.properties!.units.items!.properties!.variogram)}

### \`strata.faults\`

${table(root.properties!.strata.properties!.faults.items!)}

## \`seams\`: floors of seams from their goafs

${table(root.properties!.seams)}

## \`bodies\`: ore bodies and lenses from holes

${table(root.properties!.bodies.items!)}

### \`bodies.grade\`

${table(root.properties!.bodies.items!.properties!.grade)}

### \`bodies.plane\`

${table(root.properties!.bodies.items!.properties!.plane)}

## \`driving\`: how near to what

${root.properties!.driving.description ?? ''}

${table(root.properties!.driving)}

### \`driving.distances\`

${table(root.properties!.driving.properties!.distances.items!)}

### \`driving.accuracies\`

${table(root.properties!.driving.properties!.accuracies.items!)}

### \`driving.probing\`

${table(root.properties!.driving.properties!.probing)}

### \`driving.noneOf\`

${table(root.properties!.driving.properties!.noneOf.items!)}

## \`sources\`: the survey files

Keys every source may have:

${table({ ...common, properties: kindRows })}

### \`attributes\` of a source

${table(common.properties!.attributes.items!)}

### \`hazard\` of a source

${common.properties!.hazard.description ?? ''}. How a heading is judged by it: [May we drive on?](may-we-drive-on.md)

${table(common.properties!.hazard)}

### \`pivot\` of a source

${table(common.properties!.pivot)}

## Kinds of source

${kinds
  .map((kind) => {
    const own = Object.keys(kind.properties!).filter((name) => !commonKeys.has(name));
    const extra = own.length ? `\n\n${table(kind, commonKeys)}` : '';
    return `### \`${kindName(kind)}\`\n\n${kind.description ?? ''}${extra}`;
  })
  .join('\n\n')}
`;
};
