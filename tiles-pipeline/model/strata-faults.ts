import type { StrataSettings } from '../../domain/contracts/stratigraphy.ts';
import { faultSurface, standsUpright } from '../../domain/geology/faults/fault-surface.ts';
import type { FaultSurface } from '../../domain/geology/geological-model.ts';
import { metres } from '../../domain/units/quantities.ts';
import type { SourcedLayer } from './layer-draft.ts';
import type { ModelFeature } from './layer-model.ts';
import type { MineContext, PlacedSource } from './mine-context.ts';

type FaultSource = StrataSettings['faults'][number];

/** Why a sheet does not cut the strata. */
const CODES = {
  'no-plane': 'strata-fault-no-plane',
  flat: 'strata-fault-flat',
  folded: 'strata-fault-folded',
} as const;

/** The faults that cut the strata, from the sheets of the sources mine.yaml names. What cannot be used is said. */
export const strataFaults = (
  settings: StrataSettings,
  sources: readonly PlacedSource[],
  layers: readonly SourcedLayer[],
  mine: MineContext,
): FaultSurface[] => {
  const found: { readonly fault: FaultSurface; readonly from: FaultSource }[] = [];
  for (const from of settings.faults) {
    const placed = sources.find((one) => one.id === from.source && holdsFaults(one));
    if (!placed) {
      const known = sources.filter(holdsFaults).map(({ id }) => id);
      error(mine, 'strata-fault-source', from.source, { known: known.join(', ') || '–' });
      continue;
    }
    const sheets = layers.flatMap(({ features }) =>
      features.filter(
        ({ properties }) =>
          properties.source === placed.id && (!isTraces(placed) || properties.form === 'sheet'),
      ),
    );
    for (const sheet of sheets) {
      const fault = withSide(faultOf(sheet, from, placed), placed);
      const feature = String(sheet.properties.id);
      if (typeof fault === 'string') placed.log.warn(CODES[fault], { feature });
      else {
        if (fault.throw === null) placed.log.note('strata-throw-unknown', { feature });
        found.push({ fault, from });
      }
    }
  }
  return withEnds(found, mine);
};

const faultOf = ({ mesh, properties }: ModelFeature, from: FaultSource, placed: PlacedSource) => {
  const saidIn = (column: string | undefined, role: string) => {
    const key = column ?? (isTraces(placed) ? role : undefined);
    return key === undefined ? null : properties[key];
  };
  const number = saidIn(from.throw, 'throw');
  const word = saidIn(from.conductive, 'conductive');
  const towards = isTraces(placed) ? properties.dipDirection : null;
  const text = word === null || word === undefined ? null : String(word);
  const title = String(properties.title);
  return faultSurface(
    { positions: mesh.positions, indices: mesh.indices },
    {
      id: String(properties.id),
      name: { zh: title, en: title },
      provenance: placed.provenance,
      throw: typeof number === 'number' && Number.isFinite(number) ? metres(number) : null,
      conductive:
        text === null
          ? null
          : from.conductiveValues.includes(text)
            ? true
            : from.tightValues.includes(text)
              ? false
              : null,
    },
    typeof towards === 'number' ? towards : undefined,
  );
};

const isTraces = ({ source }: PlacedSource): boolean => source.kind === 'fault-traces';
const holdsFaults = (placed: PlacedSource): boolean => placed.source.kind === 'surfaces' || isTraces(placed);

/** An upright sheet has a throw only where its survey says which wall went down; traces have been asked already. */
const withSide = (fault: ReturnType<typeof faultOf>, placed: PlacedSource) => {
  if (typeof fault === 'string' || isTraces(placed) || fault.throw === null || !standsUpright(fault))
    return fault;
  placed.log.warn('strata-throw-side-unknown', { feature: fault.id });
  return { ...fault, throw: null };
};

/** Faults with what they end at, by index; a name that is none, or a ring, is an error and ends at nothing. */
const withEnds = (
  found: readonly { readonly fault: FaultSurface; readonly from: FaultSource }[],
  mine: MineContext,
): FaultSurface[] => {
  const faults = found.map(({ fault }) => fault);
  const named = new Map(found.flatMap(({ from }) => Object.entries(from.endsAt)));
  const ends = faults.map(({ id }) => {
    const at = named.get(id);
    return at === undefined ? null : faults.findIndex((fault) => fault.id === at);
  });
  for (const [id, at] of named) {
    const index = faults.findIndex((fault) => fault.id === id);
    if (index < 0 || ends[index] === -1 || endsInRing(index, ends)) {
      error(mine, 'strata-fault-ends', id, { at });
      if (index >= 0) ends[index] = null;
    }
  }
  return faults.map((fault, f) => ({ ...fault, endsAt: ends[f]! }));
};

const endsInRing = (index: number, ends: readonly (number | null)[]): boolean => {
  let at = ends[index]!;
  for (let steps = 0; at !== null && at >= 0; steps++) {
    if (at === index || steps > ends.length) return true;
    at = ends[at]!;
  }
  return false;
};

const error = (
  { findings }: MineContext,
  code: 'strata-fault-source' | 'strata-fault-ends',
  value: string,
  params: Record<string, string>,
): void => {
  findings.push({
    severity: 'error',
    code,
    source: 'mine.yaml',
    file: 'mine.yaml',
    column: 'strata.faults',
    value,
    params,
  });
};
