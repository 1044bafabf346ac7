import { describe, expect, it } from 'vitest';
import type { DrivingSettings } from '../contracts/driving.ts';
import { driveOn } from './drive-on.ts';
import { proposeFan } from './probe-fan.ts';
import { block, heading, obstacle, rule, scene, settings } from './scene.test-kit.ts';

const probing: NonNullable<DrivingSettings['probing']> = {
  ahead: 40,
  overlap: 10,
  cover: 5,
  holes: 6,
  clause: 'design 7',
  status: 'approved design',
};

describe('proposeFan', () => {
  it('proves the configured length ahead and leaves the overlap for the next fan', () => {
    const fan = proposeFan(heading().heading, 70, [], probing);
    expect(fan).toMatchObject({ face: 70, provenTo: 110, nextFace: 100, rule: { clause: 'design 7' } });
    expect(fan.holes.map(({ aim }) => aim)).toEqual(['middle', ...Array(6).fill('ring')]);
    const [middle, ...ring] = fan.holes;
    expect(middle).toMatchObject({
      azimuth: 90,
      dip: 0,
      length: 40,
      collar: [70, 0, 1.5],
      proves: [],
      pierces: [],
    });
    for (const { end, collar, azimuth, dip, length } of ring) {
      expect(end[0]).toBeCloseTo(110, 9);
      // Half a diagonal of 4 × 3 m is 2.5 m, and the cover of 5 m outside it.
      expect(Math.hypot(end[1], end[2] - 1.5)).toBeCloseTo(7.5, 9);
      const [a, d] = [(azimuth * Math.PI) / 180, (dip * Math.PI) / 180];
      const back = [Math.sin(a) * Math.cos(d), Math.cos(a) * Math.cos(d), Math.sin(d)];
      back.forEach((v, k) => {
        expect(collar[k]! + v * length).toBeCloseTo(end[k]!, 9);
      });
    }
    expect(new Set(ring.map(({ end }) => Math.round(Math.atan2(end[2] - 1.5, end[1]) * 100))).size).toBe(6);
  });

  it('aims a hole at each unproven obstacle within reach and says what it would prove', () => {
    const inferred = obstacle({ id: 'I', body: block(100, 110), evidence: ['geophysics'] });
    const far = obstacle({ id: 'F', body: block(150, 160), evidence: ['geophysics'] });
    const known = obstacle({ id: 'K', body: block(104, 106) });
    const fan = proposeFan(
      heading().heading,
      70,
      [inferred, far, known].map((one) => ({ obstacle: one, plusMinus: 0 })),
      probing,
    );
    const aimed = fan.holes.filter(({ aim }) => aim === 'obstacle');
    expect(aimed).toHaveLength(1);
    expect(aimed[0]).toMatchObject({ proves: ['I'], length: expect.closeTo(30, 9) });
    expect(fan.holes[0]!.proves).toEqual(['I']);
  });

  it('says what void and water a hole runs into, where, and under what head', () => {
    const wet = obstacle({ id: 'W', body: block(90, 95), water: { level: 61.5 } });
    const aquifer = obstacle({ id: 'A', kind: 'aquifer', body: block(100, 102), water: 'unknown' });
    const fault = obstacle({
      id: 'F',
      kind: 'fault',
      body: { ...block(80, 80.1), closed: false },
      conductive: true,
    });
    const fan = proposeFan(
      heading().heading,
      70,
      [aquifer, wet, fault].map((one) => ({ obstacle: one, plusMinus: 0 })),
      probing,
    );
    expect(fan.holes[0]!.pierces).toEqual([
      {
        obstacle: 'W',
        at: expect.closeTo(20, 6),
        to: expect.closeTo(25, 6),
        water: { level: 61.5, headMetres: 60, headMegapascals: expect.closeTo(0.588399, 9) },
      },
      {
        obstacle: 'A',
        at: expect.closeTo(30, 6),
        to: expect.closeTo(32, 6),
        water: { level: null, headMetres: null, headMegapascals: null },
      },
    ]);
    for (const hole of fan.holes) expect(hole.pierces.map(({ obstacle }) => obstacle)).toEqual(['W', 'A']);
  });

  it('stands at the first place that is to be probed, where the mine has configured a fan', () => {
    const fanOf = (parts: Partial<DrivingSettings>) =>
      driveOn(scene({ settings: settings(parts) })).headings[0]!.fan;
    expect(fanOf({ probing })!.face).toBeCloseTo(70, 6);
    expect(fanOf({})).toBeNull();
    expect(fanOf({ probing, distances: [rule('goaf', 20, 20)] })).toBeNull();
  });

  it('runs straight on past the end of the plan', () => {
    const fan = proposeFan(heading().heading, 190, [], probing);
    expect(fan.holes[0]!.end).toEqual([230, 0, 1.5]);
  });
});
