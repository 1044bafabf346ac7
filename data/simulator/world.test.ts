import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_SCHEMAS } from '../../domain/contracts/live/messages.ts';
import { enu } from '../../domain/frame/coordinates.ts';
import { metres } from '../../domain/units/quantities.ts';
import { groundPlan } from './ground-plan.ts';
import { testMine } from './simulated-mine.test-data.ts';
import type { Vec3 } from './simulated-mine.ts';
import { TAG_NOISE_METRES, WALKING_SPEED } from './walking-figures.ts';
import { nearestAnchor } from './way-graph.ts';
import { createWorld } from './world.ts';

const DAY = Date.UTC(2026, 4, 20);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const mine = testMine();
const plan = groundPlan(mine)!;
const world = createWorld({ mine, seed: 7 });
const anyTime = fc.integer({ min: DAY, max: DAY + 5 * 24 * HOUR });
/** The farthest a rack place or a spot on the yard lies from the ways: 14 m east, 9 m north of the lamp room. */
const YARD_METRES = 17;

const awayFromWays = (p: Vec3): number =>
  nearestAnchor(plan.graph, p, ({ roadway }) => roadway !== 'RAISE')!.distance;
const apart = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const truthAt = (time: number) => world.step(time, { kinds: ['position'] }).truth.tags;

describe('where everybody is', () => {
  it('is on the ways, in the cage or about the lamp room, never in the raise', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        for (const { enu: at, underground } of truthAt(time)) {
          const away = Math.min(awayFromWays(at), Math.max(0, apart(at, plan.home) - YARD_METRES));
          expect(away).toBeLessThan(1e-6);
          if (underground) expect(awayFromWays(at)).toBeLessThan(1e-6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('changes no faster than people walk and cages go', () => {
    fc.assert(
      fc.property(anyTime, (time) => {
        const [before, after] = [truthAt(time), truthAt(time + 1000)];
        before.forEach((tag, i) => {
          const moved = apart(tag.enu, after[i]!.enu);
          const vertical = Math.abs(tag.enu[2] - after[i]!.enu[2]);
          // In the cage a second's move is upright; a step out of it may be part cage, part walk.
          if (tag.kind === 'person' && vertical < 0.5)
            expect(moved).toBeLessThanOrEqual(WALKING_SPEED.most + 1e-6);
          else expect(moved).toBeLessThanOrEqual(4 + 1e-6);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is the same whatever was asked before', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (time, other) => {
        const fresh = createWorld({ mine, seed: 7 });
        truthAt(other);
        expect(truthAt(time)).toEqual(fresh.step(time, { kinds: ['position'] }).truth.tags);
      }),
      { numRuns: 10 },
    );
  });

  it('is underground in one’s own shift only, and out within half an hour of its end', () => {
    const inBy = new Set<string>();
    for (let time = DAY; time < DAY + 24 * HOUR; time += 10 * MINUTE) {
      // Shifts begin at 0, 8 and 16 o'clock in +08:00, which are 16, 0 and 8 o'clock UTC.
      const hour = ((time - DAY) / HOUR + 8) % 24;
      for (const { id, kind, underground } of truthAt(time)) {
        if (kind !== 'person' || !underground) continue;
        inBy.add(id);
        const person = mine.people.find(({ tag }) => tag === id)!;
        expect(person.team).not.toBe('地面');
        const start = { A: 0, B: 8, C: 16 }[person.shift!]!;
        const since = (hour - start + 24) % 24;
        expect(since <= 8.5 || since >= 23.25).toBe(true);
      }
    }
    expect(inBy.size).toBe(mine.people.filter(({ team }) => team !== '地面').length);
  });

  it('keeps out of the closed roadway', () => {
    for (let time = DAY; time < DAY + 24 * HOUR; time += 5 * MINUTE)
      for (const { enu: at, kind } of truthAt(time))
        if (kind === 'person') expect(at[0] > 601 && at[1] > 45).toBe(false);
  });

  it('moves vehicles too', () => {
    const seen = new Map<string, Set<string>>();
    for (let time = DAY; time < DAY + 6 * HOUR; time += 5 * MINUTE)
      for (const { id, kind, enu: at } of truthAt(time))
        if (kind === 'vehicle') seen.set(id, (seen.get(id) ?? new Set()).add(at.map(Math.round).join()));
    expect(seen.get('V-1')!.size).toBeGreaterThan(5);
    expect(seen.get('V-2')!.size).toBeGreaterThan(5);
    expect(seen.get('V-3')!.size).toBe(1);
  });
});

describe('what the gateways say', () => {
  it('is well formed, marked as synthetic, and one message a gateway and kind', () => {
    const { messages } = createWorld({ mine, seed: 3 }).step(DAY);
    const told = messages.map(({ topic }) => `${topic.kind}/${topic.gateway}`);
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(messages.map(({ topic }) => topic.kind)).size).toBe(10);
    for (const { topic, message } of messages) {
      expect(MESSAGE_SCHEMAS[topic.kind].safeParse(message).error).toBeUndefined();
      expect(message.synthetic).toBe(true);
      expect(topic).toMatchObject({ county: 'test', mine: 'test-mine' });
    }
  });

  it('numbers messages without a gap, for each gateway on its own', () => {
    const own = createWorld({ mine, seed: 3 });
    const seqs = new Map<string, number[]>();
    for (let i = 0; i < 70; i++)
      for (const { topic, message } of own.step(DAY + i * 1000).messages)
        seqs.set(topic.gateway, [...(seqs.get(topic.gateway) ?? []), message.seq]);
    expect(seqs.size).toBe(2);
    for (const list of seqs.values()) {
      expect(list.length).toBeGreaterThan(80);
      expect(list).toEqual(list.map((_, i) => i));
    }
  });

  it('is the truth with the noise of a tag, in survey coordinates', () => {
    const errors: number[] = [];
    for (let i = 0; i < 40; i++) {
      const { truth, messages } = world.step(DAY + 2 * HOUR + i * 1000, { kinds: ['position'] });
      const real = new Map(truth.tags.map((tag) => [tag.id, tag]));
      let told = 0;
      for (const { message } of messages)
        for (const { id, e, n, h, reader, hd } of 'tags' in message ? message.tags : []) {
          const tag = real.get(id)!;
          const at = mine.frame.surveyToEnu({ easting: metres(e), northing: metres(n), height: metres(h!) });
          errors.push(...tag.enu.map((value, axis) => at[axis]! - value));
          expect(reader).toBe(tag.reader);
          expect(hd === undefined).toBe(tag.heading === null);
          told++;
        }
      expect(told).toBe(truth.tags.filter(({ heard }) => heard).length);
    }
    const sd = Math.sqrt(errors.reduce((sum, e) => sum + e * e, 0) / errors.length);
    // 3 000 and more errors: the sample's sd is within 5 % of the true one.
    expect(errors.length).toBeGreaterThan(3000);
    expect(sd / TAG_NOISE_METRES).toBeGreaterThan(0.95);
    expect(sd / TAG_NOISE_METRES).toBeLessThan(1.05);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(6.7 * TAG_NOISE_METRES + 0.01);
  });

  it('gives headings from grid north', () => {
    const { truth, messages } = world.step(DAY + 10 * MINUTE, { kinds: ['position'] });
    const walking = truth.tags.filter(({ heading, heard }) => heading !== null && heard);
    expect(walking.length).toBeGreaterThan(0);
    const tags = messages.flatMap(({ message }) => ('tags' in message ? message.tags : []));
    for (const { id, heading, enu: at } of walking) {
      const angle = (heading! * Math.PI) / 180;
      const [a, b] = [at, [at[0] + Math.sin(angle), at[1] + Math.cos(angle), at[2]] as const].map((p) =>
        mine.frame.enuToSurvey(enu(...(p as Vec3))),
      );
      const grid = (Math.atan2(b!.easting - a!.easting, b!.northing - a!.northing) * 180) / Math.PI;
      const off = ((tags.find((tag) => tag.id === id)!.hd! - grid + 540) % 360) - 180;
      expect(Math.abs(off)).toBeLessThan(0.51);
    }
  });

  it('has readers that are silent to order, and their tags heard by others or by none', () => {
    const quiet = createWorld({ mine, seed: 7, silentReaders: 2 });
    expect([...quiet.silentReaders].sort()).toEqual(['R-3', 'R-4']);
    let unheard = 0;
    for (let time = DAY; time < DAY + 24 * HOUR; time += 20 * MINUTE)
      for (const tag of quiet.step(time, { kinds: ['position'] }).truth.tags) {
        expect(quiet.silentReaders.has(tag.reader ?? '')).toBe(false);
        if (!tag.heard) unheard++;
      }
    expect(unheard).toBeGreaterThan(0);
  });

  it('makes up more people and gateways to order', () => {
    const big = createWorld({ mine, seed: 7, people: 200, gateways: 5 });
    expect(big.gateways).toEqual(['GW-1', 'GW-2', 'GW-SIM-3', 'GW-SIM-4', 'GW-SIM-5']);
    const { truth } = big.step(DAY, { kinds: ['position'] });
    expect(truth.tags.filter(({ kind }) => kind === 'person')).toHaveLength(200);
    expect(truth.tags.filter(({ id }) => id.startsWith('SIM-'))).toHaveLength(170);
  });

  it('says a height of 0 for tags with that fault', () => {
    const faulty = createWorld({ mine, seed: 7, zeroHeightTags: 1 });
    const tags = faulty
      .step(DAY, { kinds: ['position'] })
      .messages.flatMap(({ message }) => ('tags' in message ? message.tags : []));
    expect(tags.filter(({ h }) => h === 0).length / tags.length).toBeGreaterThan(0.9);
  });

  it('has one camera down, one slope creeping, and a sump that stays within its walls', () => {
    expect(world.downCamera).toBe('CAM-1');
    expect(world.creepingSlope).toBe('SL-1');
    const at = (time: number, id: string) =>
      world.step(time, { kinds: ['slope', 'water', 'camera'] }).truth.readings.find((r) => r.device === id)!
        .values;
    expect(at(DAY, 'CAM-1')).toEqual({ online: false });
    expect(at(DAY, 'CAM-2')).toEqual({ online: true, obstructed: false });
    const month = 30 * 24 * HOUR;
    const gone = (id: string) =>
      Math.hypot(
        ...(['e', 'n', 'u'] as const).map((k) => Number(at(DAY + month, id)[k]) - Number(at(DAY, id)[k])),
      );
    // 1.2 mm/d on plan and 0.9 down are 45 mm in 30 days; the noise and the season together stay below 8 mm.
    expect(gone('S-1')).toBeGreaterThan(37);
    expect(gone('S-1')).toBeLessThan(53);
    expect(gone('S-3')).toBeLessThan(8);
    const floor = mine.frame.enuToSurvey(enu(20, 0, -164)).height;
    for (let time = DAY; time < DAY + 6 * HOUR; time += 7 * MINUTE) {
      const { level, inflow } = at(time, 'SUMP');
      expect(Number(level) - floor).toBeGreaterThan(0.1);
      expect(Number(level) - floor).toBeLessThan(1.5);
      expect(Number(inflow)).toBeGreaterThan(30);
      expect(at(time, 'HOLE')).not.toHaveProperty('level');
    }
  });

  it('moves nobody where there are no ways, and still tells what devices read', () => {
    const bare = createWorld({ mine: { ...mine, network: null }, seed: 1 });
    const { truth, messages } = bare.step(DAY);
    expect(truth.tags).toEqual([]);
    expect(messages.some(({ topic }) => topic.kind === 'slope')).toBe(true);
  });
});
