import type { Geology } from './geology.ts';
import { FIRST_SLOT, oreSpan, type Panel, SLOT_LENGTH, slotMiddle, stopeAt } from './goafs.ts';
import { atStrike, lensPlaneAt, toStrike, type Vec3 } from './place.ts';
import { curveThrough, type Roadway, round3, smoothed } from './roadway.ts';

/** Main levels and sublevels: drifts that follow the lens, crosscuts through it, stope accesses. */

export const LEVELS = [-50, -110, -170] as const;
export const SUBLEVELS: readonly { readonly z: number; readonly panel: Panel['id'] }[] = [
  { z: -70, panel: 'B' },
  { z: -88, panel: 'B' },
  { z: -130, panel: 'C' },
  { z: -148, panel: 'C' },
];
const SLOTS = 15;
const STEP = SLOT_LENGTH / 4;
const GRADE = 0.003;
export const MAIN_SHAFT = { s: 10, t: -290 } as const;
export const VENT_SHAFT = { s: 520, t: -130 } as const;

export interface Level {
  readonly z: number;
  readonly roadways: readonly Roadway[];
  /** Vertices of the drift outside the ore, south-west to north-east. */
  readonly drift: readonly Vec3[];
  /** Hanging-wall ends of the crosscuts by slot. */
  readonly crosscutEnds: ReadonlyMap<number, Vec3>;
}

/** Footwall side of the ore along the whole strike; beyond the ore's ends the lens plane stands in. */
const driftLine = (geology: Geology, z: number, from: number, to: number, offset: number): Vec3[] => {
  const ss: number[] = [];
  for (let s = from; s <= to + 0.1; s += STEP) ss.push(s);
  const foot = ss.map((s) => {
    const span = oreSpan(geology, s, z);
    return (span ? span[0] : lensPlaneAt(z) - 4) - offset;
  });
  const line = smoothed(foot, 5);
  return ss.map((s, i) => round3(atStrike(s, line[i]!, z + GRADE * Math.abs(s - MAIN_SHAFT.s))));
};

const nearestVertex = (line: readonly Vec3[], s: number): Vec3 =>
  line.reduce((best, p) =>
    Math.abs(toStrike(p[0], p[1])[0] - s) < Math.abs(toStrike(best[0], best[1])[0] - s) ? p : best,
  );

const onSlotGrid = (s: number): number =>
  FIRST_SLOT + STEP * 2 + Math.round((s - FIRST_SLOT - STEP * 2) / STEP) * STEP;

export const makeLevel = (geology: Geology, z: (typeof LEVELS)[number]): Level => {
  const name = String(z);
  const year = z === -50 ? 1981 : z === -110 ? 1998 : 2014;
  const roadways: Roadway[] = [];
  const add = (
    id: string,
    label: string,
    type: Roadway['type'],
    line: readonly Vec3[],
    support = '喷锚',
  ): void => {
    roadways.push({ id: `L${-z}-${id}`, name: `${name}m${label}`, type, level: name, year, line, support });
  };
  const from = onSlotGrid(z === -50 ? -470 : -640);
  const to = onSlotGrid(z === -170 ? 680 : 480);
  const drift = driftLine(geology, z, from, to, 30);
  add('YM', '脉外运输巷', 'footwall-drift', drift);

  const middles: Vec3[] = [];
  const ends = new Map<number, Vec3>();
  for (let slot = 0; slot < SLOTS; slot++) {
    const s = slotMiddle(slot);
    const span = oreSpan(geology, s, z);
    if (!span) continue;
    const start = nearestVertex(drift, s);
    const skew = 4 * Math.sin(slot * 2.1 + z);
    const point = (t: number, along: number): Vec3 =>
      round3(atStrike(s + skew * along, t, start[2] + GRADE * (t - toStrike(start[0], start[1])[1])));
    const middle = point((span[0] + span[1]) / 2, 0.6);
    const end = point(span[1] + 7, 1);
    middles.push(middle);
    ends.set(slot, end);
    add(`CM${String(slot + 1).padStart(2, '0')}`, `${slot + 1}号穿脉`, 'crosscut', [
      start,
      point(span[0], 0.25),
      middle,
      point(span[1], 0.9),
      end,
    ]);
  }
  add('YB', '沿脉巷', 'ore-drive', curveThrough(middles, 12), '局部锚网');
  // On the oldest level the return air goes up the old raises, so there is no return drift there.
  if (z !== -50) add('HF', '上盘回风巷', 'hangingwall-drift', curveThrough([...ends.values()], 14));
  return { z, roadways, drift, crosscutEnds: ends };
};

/** A sublevel: a drift close to the footwall and an access to every stope of its panel. */
export const makeSublevel = (geology: Geology, { z, panel }: (typeof SUBLEVELS)[number]): Level => {
  const name = String(z);
  const firstSlot = panel === 'B' ? 2 : 4;
  const lastSlot = panel === 'B' ? 12 : 13;
  const drift = driftLine(
    geology,
    z,
    onSlotGrid(slotMiddle(panel === 'B' ? firstSlot : 3)),
    onSlotGrid(slotMiddle(lastSlot)),
    17,
  );
  const year = panel === 'B' ? 2000 : 2016;
  const roadways: Roadway[] = [
    {
      id: `F${-z}-FD`,
      name: `${name}m分段巷`,
      type: 'sublevel-drift',
      level: name,
      year,
      line: drift,
      support: '喷锚',
    },
  ];
  for (let slot = firstSlot; slot <= lastSlot; slot++) {
    const s = slotMiddle(slot);
    const span = oreSpan(geology, s, z);
    if (!span) continue;
    const start = nearestVertex(drift, s);
    const plan = stopeAt(panel, slot);
    // An access to a goaf is sealed before it; one to a working stope goes in; elsewhere it waits in the ore.
    const into = plan ? (plan.form === 'active' ? 9 : -4) : (span[1] - span[0]) * 0.75;
    const at = (t: number): Vec3 => round3(atStrike(s, t, start[2] + 0.1));
    roadways.push({
      id: `F${-z}-JL${String(slot + 1).padStart(2, '0')}`,
      name: `${name}m分段${slot + 1}号采场联络道`,
      type: 'stope-access',
      level: name,
      year: plan?.year ?? year + 6,
      line: into > 0 ? [start, at(span[0]), at(span[0] + into)] : [start, at(span[0] + into)],
      support: '喷锚',
    });
  }
  return { z, roadways, drift, crosscutEnds: new Map() };
};

export { nearestVertex };
