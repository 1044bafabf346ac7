import type { StrataSettings } from '../../domain/contracts/stratigraphy.ts';
import type { StratumUnit } from '../../domain/geology/geological-model.ts';
import type { LithologyPlace } from '../../domain/geology/stratigraphy/contacts.ts';
import type { Hole } from './holes.ts';
import { createLithologyLegend } from './lithology-legend.ts';
import type { MineContext } from './mine-context.ts';

/** The stratigraphic column as mine.yaml declares it, with the words of the logs mapped to it. */
export interface StrataColumn {
  readonly units: readonly StratumUnit[];
  readonly placeOf: (lithology: string) => LithologyPlace | undefined;
}

/** null where a rock is named twice: that is an error, and which of the two is meant cannot be guessed. */
export const strataColumn = (
  settings: StrataSettings,
  holes: readonly Hole[],
  { manifest, findings }: MineContext,
): StrataColumn | null => {
  const logged = holes.flatMap(({ intervals }) => intervals.map(({ lithology }) => lithology));
  const named = [...settings.units.flatMap(({ lithologies }) => lithologies), ...settings.interrupts];
  const legend = createLithologyLegend(manifest.lithologies, [...logged, ...named]);
  const places = new Map<string, { readonly place: LithologyPlace; readonly name: string }>();
  let twice = false;
  const put = (rock: string, place: LithologyPlace, name: string): void => {
    const { key } = legend.entryOf(rock);
    const first = places.get(key);
    if (first && first.place !== place) {
      twice = true;
      findings.push({
        severity: 'error',
        code: 'strata-rock-twice',
        source: 'mine.yaml',
        file: 'mine.yaml',
        column: 'strata',
        value: rock,
        params: { first: first.name, second: name },
      });
    } else places.set(key, { place, name });
  };
  settings.units.forEach(({ lithologies, id }, u) => {
    for (const rock of lithologies) put(rock, u, id);
  });
  for (const rock of settings.interrupts) put(rock, 'interrupts', 'interrupts');
  if (twice) return null;
  const placeOf = (rock: string) => places.get(legend.entryOf(rock).key)?.place;
  reportUnplaced(holes, placeOf);
  return {
    units: settings.units.map(({ id, name, colour, lithologies, relation }): StratumUnit => {
      const first = legend.entryOf(lithologies[0]!);
      return { id, name, relation, colour: colour ?? first.colour, lithology: first.key };
    }),
    placeOf,
  };
};

const MOST_LISTED = 40;

const reportUnplaced = (
  holes: readonly Hole[],
  placeOf: (lithology: string) => LithologyPlace | undefined,
): void => {
  const counts = new Map<string, number>();
  for (const { intervals } of holes)
    for (const { lithology } of intervals)
      if (lithology !== null && placeOf(lithology) === undefined)
        counts.set(lithology, (counts.get(lithology) ?? 0) + 1);
  if (counts.size === 0) return;
  const log = holes.flatMap(({ intervals }) => intervals)[0]!.read.placed.log;
  const codes = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  log.warn('strata-rocks-unplaced', {
    params: {
      count: codes.length,
      codes: codes
        .slice(0, MOST_LISTED)
        .map(([rock, count]) => `${rock} (${count})`)
        .join(', '),
    },
  });
};
