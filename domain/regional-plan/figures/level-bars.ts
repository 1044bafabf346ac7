import type { Bilingual } from '../../contracts/bilingual.ts';
import type { CountyFeature } from '../../contracts/county.ts';
import { heightsOf } from '../../county/feature-heights.ts';
import { mineName, type PlanGround } from '../plan-sources.ts';
import { waterOfMine } from '../water-levels.ts';

/** A thing of a mine with its heights, metres. */
export interface LevelBar {
  readonly name: Bilingual;
  /** null: all workings of the mine together. */
  readonly feature: CountyFeature | null;
  readonly low: number;
  readonly high: number;
  /** Height of the water; `unknown`: it holds water or may, and nobody says how high; null: dry, or nothing that is asked of. */
  readonly water: number | 'unknown' | null;
}

/** A mine's bars: its workings, then its waters, the highest first, those of unknown level, and what is dry. */
export interface LevelGroup {
  readonly mine: string;
  readonly name: Bilingual;
  readonly bars: readonly LevelBar[];
  /** Lowest of the hollows; null: none is recorded. */
  readonly lowest: number | null;
  /** The highest known level; null: none. */
  readonly highest: number | null;
  /** Waters of unknown level. */
  readonly open: number;
}

const WORKINGS: Bilingual = { zh: '井巷', en: 'Workings' };

export const levelGroups = (
  ground: Pick<PlanGround, 'featuresOf' | 'mineById' | 'nameOf'>,
  mines: readonly string[],
): LevelGroup[] =>
  mines.map((mine) => {
    const { features, lowest, waters, known, open } = waterOfMine(ground, mine);
    const workings = features.filter(({ kind }) => kind === 'working').map(({ shape }) => heightsOf(shape));
    const bar = (feature: CountyFeature, water: LevelBar['water']): LevelBar => {
      const { bottom: low, top: high } = heightsOf(feature.shape);
      return { name: feature.name, feature, low, high, water };
    };
    const dry = features.filter((one) => one.kind === 'goaf' && !waters.includes(one));
    return {
      mine,
      name: mineName(ground, mine),
      bars: [
        ...(workings.length === 0
          ? []
          : [
              {
                name: WORKINGS,
                feature: null,
                low: Math.min(...workings.map(({ bottom }) => bottom)),
                high: Math.max(...workings.map(({ top }) => top)),
                water: null,
              },
            ]),
        ...known.map(({ one, level }) => bar(one, level)),
        ...open.map((one) => bar(one, 'unknown')),
        ...dry.map((one) => bar(one, null)),
      ],
      lowest,
      highest: known[0]?.level ?? null,
      open: open.length,
    };
  });

/** Bars that find room side by side, and how many do not. */
export interface PlacedGroups {
  readonly groups: readonly (LevelGroup & { readonly width: number })[];
  /** Millimetres from one bar to the next. */
  readonly pitch: number;
  readonly width: number;
  /** Bars left out, and mines. */
  readonly leftOut: { readonly bars: number; readonly mines: number };
}

const PITCH = { most: 6.5, least: 4.2, step: 0.4 };
const PADDING = 4;
/** So wide that a mine's name and its head of water can be read. */
const LEAST_GROUP = 25;

/**
 * Groups in a panel of some width: the bars move together as far as they can be told apart, then the last ones of the largest group
 * are left out. Where whole mines find no room those stay whose water stands highest.
 */
export const placeGroups = (wanted: readonly LevelGroup[], room: number): PlacedGroups => {
  const most = Math.max(1, Math.floor(room / LEAST_GROUP));
  const kept = new Set(
    wanted
      .toSorted(
        (a, b) => (b.highest ?? -Infinity) - (a.highest ?? -Infinity) || b.bars.length - a.bars.length,
      )
      .slice(0, most),
  );
  let groups = wanted.filter((one) => kept.has(one));
  let pitch = PITCH.most;
  const widthOf = ({ bars }: LevelGroup): number => Math.max(LEAST_GROUP, bars.length * pitch + PADDING);
  const width = (): number => groups.reduce((sum, one) => sum + widthOf(one), 0);
  while (width() > room) {
    if (pitch - PITCH.step >= PITCH.least) {
      pitch -= PITCH.step;
      continue;
    }
    const longest = groups.reduce((a, b) => (b.bars.length > a.bars.length ? b : a));
    groups = groups.map((one) => (one === longest ? { ...one, bars: one.bars.slice(0, -1) } : one));
  }
  const all = (those: readonly LevelGroup[]) => those.reduce((sum, { bars }) => sum + bars.length, 0);
  return {
    groups: groups.map((one) => ({ ...one, width: widthOf(one) })),
    pitch,
    width: width(),
    leftOut: {
      bars: all(wanted.filter((one) => kept.has(one))) - all(groups),
      mines: wanted.length - kept.size,
    },
  };
};
