import type { Geology } from './geology.ts';
import { atStrike, lensPlaneAt, toMillimetre, toStrike, type Vec3 } from './place.ts';
import { randomStream, valueNoise3 } from './random.ts';
import { type FieldBox, type NamedMesh, solidOf } from './solids.ts';

/** Stopes along the lens: which have been mined (and are goafs), which are being mined now. */

export interface Panel {
  readonly id: 'A2' | 'A' | 'B' | 'C';
  /** Heights between which stopes of this panel lie. */
  readonly from: number;
  readonly to: number;
}
export const PANELS: readonly Panel[] = [
  { id: 'A2', from: 4, to: 44 },
  { id: 'A', from: -43, to: -4 },
  { id: 'B', from: -103, to: -62 },
  { id: 'C', from: -163, to: -122 },
];

export const SLOT_LENGTH = 52;
export const FIRST_SLOT = -385;
const RIB_PILLAR = 9;
/** Middle of a stope slot along strike. */
export const slotMiddle = (slot: number): number => FIRST_SLOT + SLOT_LENGTH * (slot + 0.5);

export interface StopePlan {
  readonly id: string;
  readonly slot: number;
  readonly panel: Panel['id'];
  readonly form: 'scanned' | 'surveyed' | 'geophysics' | 'active';
  readonly year: number | null;
  readonly fill: '未充填' | '部分充填' | '已充填' | '不明';
  readonly waterLevel: number | null;
  readonly evidence: string;
}

const stope = (
  year: number | null,
  panel: Panel['id'],
  slot: number,
  form: StopePlan['form'],
  fill: StopePlan['fill'],
  waterLevel: number | null,
  evidence: string,
): StopePlan => ({
  id:
    form === 'active'
      ? `S-${panel}${slot}`
      : form === 'geophysics'
        ? `GX-${slot}`
        : `G${year}-${panel}${slot}`,
  slot,
  panel,
  form,
  year,
  fill,
  waterLevel,
  evidence,
});

export const STOPES: readonly StopePlan[] = [
  stope(1962, 'A2', 4, 'surveyed', '未充填', 17.5, '老图调访'),
  stope(null, 'A2', 6, 'geophysics', '不明', null, '瞬变电磁物探'),
  stope(1984, 'A', 4, 'surveyed', '未充填', -22.4, '老图调访'),
  stope(1986, 'A', 5, 'surveyed', '未充填', null, '实测'),
  stope(1989, 'A', 6, 'surveyed', '部分充填', null, '实测'),
  stope(1993, 'A', 7, 'scanned', '已充填', null, '激光扫描'),
  stope(1997, 'A', 8, 'scanned', '未充填', -24.8, '钻探+声呐扫描'),
  stope(2001, 'B', 3, 'scanned', '已充填', null, '激光扫描'),
  stope(2003, 'B', 4, 'surveyed', '已充填', null, '实测'),
  stope(2006, 'B', 6, 'scanned', '未充填', -86.2, '钻探+声呐扫描'),
  stope(2009, 'B', 7, 'scanned', '已充填', null, '激光扫描'),
  stope(2012, 'B', 9, 'scanned', '部分充填', null, '激光扫描'),
  stope(2015, 'B', 11, 'scanned', '已充填', null, '激光扫描'),
  stope(2018, 'C', 7, 'scanned', '已充填', null, '激光扫描'),
  stope(2021, 'C', 9, 'scanned', '部分充填', null, '激光扫描'),
  stope(2024, 'C', 11, 'scanned', '未充填', null, '激光扫描'),
  stope(2025, 'B', 10, 'active', '未充填', null, '设计'),
  stope(2025, 'C', 6, 'active', '未充填', null, '设计'),
  stope(2025, 'C', 8, 'active', '未充填', null, '设计'),
  stope(2025, 'C', 12, 'active', '未充填', null, '设计'),
];

export const panelOf = (plan: StopePlan): Panel => PANELS.find((panel) => panel.id === plan.panel)!;

export const stopeAt = (panel: Panel['id'], slot: number): StopePlan | undefined =>
  STOPES.find((plan) => plan.panel === panel && plan.slot === slot);

/** Positive inside the void: a room with rough walls, nowhere outside the ore. */
export const stopeField = (geology: Geology, seed: number, plan: StopePlan): ((p: Vec3) => number) => {
  const rough = valueNoise3(seed + 1000 + plan.slot * 7 + plan.panel.charCodeAt(0) * 131);
  const panel = panelOf(plan);
  const half = (SLOT_LENGTH - RIB_PILLAR) / 2;
  const middle = slotMiddle(plan.slot);
  return (p) => {
    const [s] = toStrike(p[0], p[1]);
    const wall = 2.6 * rough(p[0] / 13, p[1] / 13, p[2] / 11) + 0.9 * rough(p[0] / 5, p[1] / 5, p[2] / 5);
    const sides = half - Math.abs(s - middle) - 1.5 + wall;
    const ends = Math.min(p[2] - panel.from, panel.to - p[2]);
    // The back caves where it may, so that no two stopes have the same top; corners are rounded by blasting.
    const caved = 5.5 * Math.max(0, rough(p[0] / 24, p[1] / 24, plan.slot) + 0.25) + 1.5;
    const roomEnds = Math.min(p[2] - panel.from - 1, panel.to - caved - p[2]) + 0.8 * wall;
    const rounded = -4 * Math.log(Math.exp(-sides / 4) + Math.exp(-roomEnds / 4));
    return Math.min(rounded, ends, geology.oreBetweenFaults(p) - 1.4 - Math.abs(wall) * 0.5);
  };
};

const stopeBox = (plan: StopePlan): FieldBox => {
  const panel = panelOf(plan);
  const middle = slotMiddle(plan.slot);
  const t = lensPlaneAt((panel.from + panel.to) / 2);
  return {
    min: [middle - 30, t - 95, panel.from - 4],
    max: [middle + 30, t + 95, panel.to + 4],
    toWorld: atStrike,
    // s, t, z is a left-handed frame: strike × dip direction points down.
    handed: -1,
  };
};

export const stopeSolid = (geology: Geology, seed: number, plan: StopePlan): NamedMesh => ({
  name: plan.id,
  ...solidOf(stopeField(geology, seed, plan), stopeBox(plan), 4, 0.35),
});

/** Where a horizontal line across the lens enters and leaves the main ore, in t; null where it misses it. */
export const oreSpan = (
  geology: Geology,
  s: number,
  z: number,
): readonly [foot: number, hanging: number] | null => {
  let foot: number | null = null;
  let hanging: number | null = null;
  for (let t = lensPlaneAt(z) - 110; t <= lensPlaneAt(z) + 110; t += 1) {
    const p = atStrike(s, t, z);
    if (geology.ore(p) <= 0 || Math.abs(geology.aboveLensMiddle(p)) > 40) continue;
    foot ??= t;
    hanging = t;
  }
  return foot === null || hanging === null || hanging - foot < 6 ? null : [foot, hanging];
};

export interface GoafPolygon {
  readonly plan: StopePlan;
  /** Ring on the floor of the void (along the footwall), closed by its first point. */
  readonly ring: readonly Vec3[];
  /** Vertical thickness, metres. */
  readonly thickness: number;
}

/** A stope known from its floor plan: the ring runs along the footwall, the thickness stays inside the ore. */
export const goafPolygon = (geology: Geology, seed: number, plan: StopePlan): GoafPolygon => {
  const random = randomStream(seed + 500 + plan.slot * 17 + plan.panel.length);
  const panel = panelOf(plan);
  const half = (SLOT_LENGTH - RIB_PILLAR) / 2 - 2;
  const middle = slotMiddle(plan.slot);
  const low = panel.from + 1.5;
  const high = panel.from + 0.58 * (panel.to - panel.from);
  const outline: (readonly [number, number])[] = [];
  const corners = [
    [-half, low],
    [half, low],
    [half, high],
    [-half, high],
  ] as const;
  corners.forEach(([s, z], i) => {
    const [s2, z2] = corners[(i + 1) % 4]!;
    for (let k = 0; k < 4; k++) {
      const f = (k + 0.12) / 4;
      const inward = 1 - 0.09 * random();
      const mid = (low + high) / 2;
      outline.push([middle + (s + (s2 - s) * f) * inward, mid + (z + (z2 - z) * f - mid) * inward]);
    }
  });
  let thickness = panel.to - high;
  const ring = outline.map(([s, z]): Vec3 => {
    const span = oreSpan(geology, s, z);
    if (!span) throw new Error(`stope ${plan.id}: no ore at s=${s.toFixed(0)} z=${z.toFixed(0)}`);
    const p = atStrike(s, span[0] + 2.2, z);
    let up = 0;
    while (up < thickness && geology.ore([p[0], p[1], z + up + 1]) > 0.6) up += 0.25;
    thickness = up;
    return [toMillimetre(p[0]), toMillimetre(p[1]), toMillimetre(z)];
  });
  return { plan, ring: [...ring, ring[0]!], thickness: Math.floor(thickness * 10) / 10 };
};
