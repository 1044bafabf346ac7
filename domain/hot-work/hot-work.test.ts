import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hotWorkSchema } from '../contracts/hot-work.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { real } from '../geometry/sample-solids.test-kit.ts';
import { type HotWorkInput, hotWork } from './hot-work.ts';
import { stretchesWithin } from './near-point.ts';

const rule: LayoutRule = {
  ...{ id: 'HOTWORK_50', check: 'hot-work-distance', op: '<=', value: 50, unit: 'm', coalOnly: false },
  ...{ mineTypes: [], mineSizes: [], jurisdiction: '济宁', clause: 'JN矿 12(1)', status: 'source document' },
};
const edge = (
  id: string,
  type: string,
  line: Vec3[] = [
    [500, 0, -300],
    [600, 0, -300],
  ],
) => ({ id, roadway: id, type, line });
const input = (parts: Partial<HotWorkInput> = {}): HotWorkInput => ({
  rule,
  collars: [{ id: 'S', at: [0, 0, 0] }],
  edges: [],
  places: [],
  mainIntakes: new Set(),
  ...parts,
});
const classOf = (type: string, mainIntakes: HotWorkInput['mainIntakes'] = new Set()) => {
  const [only] = hotWork(input({ edges: [edge('e', type)], mainIntakes })).stretches;
  return [only!.class, only!.reason];
};

describe('hotWork', () => {
  it('classes what the clause names, by the words surveys use', () => {
    expect(classOf('马头门')).toEqual(['I', 'shaft-station']);
    expect(classOf('井底车场')).toEqual(['I', 'yard']);
    expect(classOf('水泵房')).toEqual(['I', 'electromechanical-chamber']);
    expect(classOf('中央变电所')).toEqual(['I', 'electromechanical-chamber']);
    expect(classOf('竖井')).toEqual(['I', 'in-shaft']);
    expect(classOf('shaft')).toEqual(['I', 'in-shaft']);
    expect(classOf('炸药库')).toEqual(['I', 'flammable']);
    expect(classOf('脉外运输巷')).toEqual(['II', 'underground']);
    expect(classOf('pump room')).toEqual(['I', 'electromechanical-chamber']);
  });

  it('has no class for what may be of class I and nobody has said', () => {
    expect(classOf('硐室')).toEqual([null, 'chamber-unknown']);
    expect(classOf('斜坡道', null)).toEqual([null, 'main-intakes-unknown']);
    expect(classOf('斜坡道', new Set(['e']))).toEqual(['I', 'main-intake']);
    expect(classOf('斜坡道', new Set(['other']))).toEqual(['II', 'underground']);
    expect(classOf('马头门', null)).toEqual(['I', 'shaft-station']);
  });

  it('cuts a ramp where it leaves the circle about its portal', () => {
    const ramp = edge('r', '斜坡道', [
      [0, 0, 0],
      [40, 0, 0],
      [40, 100, 0],
    ]);
    const found = hotWork(input({ edges: [ramp] }));
    expect(hotWorkSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(found.stretches).toEqual([
      { edge: 'r', from: 0, to: expect.closeTo(70, 9), class: 'I', reason: 'near-collar' },
      { edge: 'r', from: expect.closeTo(70, 9), to: 140, class: 'II', reason: 'underground' },
    ]);
    expect(found.circles).toEqual([
      { collar: 'S', at: [0, 0, 0], radius: 50, class: 'I', reason: 'near-collar' },
    ]);
    expect(found.rule).toEqual({
      id: 'HOTWORK_50',
      jurisdiction: '济宁',
      clause: 'JN矿 12(1)',
      status: 'source document',
    });
  });

  it('classes places above and below', () => {
    const place = (id: string, type: string, at: Vec3, isUnderground: boolean) => ({
      id,
      type,
      at,
      isUnderground,
    });
    const { places } = hotWork(
      input({
        places: [
          place('a', '油库', [300, 0, 0], false),
          place('b', '办公楼', [300, 0, 0], false),
          place('c', '办公楼', [30, 40, 0], false),
          place('d', '采掘作业地点', [300, 0, -300], true),
          place('e', '水泵房', [300, 0, -300], true),
        ],
      }),
    );
    expect(places.map(({ class: c, reason }) => [c, reason])).toEqual([
      ['II', 'surface-flammable'],
      ['III', 'elsewhere'],
      ['I', 'near-collar'],
      ['II', 'underground'],
      ['I', 'electromechanical-chamber'],
    ]);
  });
});

describe('stretchesWithin', () => {
  it('is near exactly where a point of the line is', () => {
    const point = fc.tuple(real(-60, 60), real(-60, 60), real(-60, 60));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 2, maxLength: 5 }),
        fc.array(point, { maxLength: 3 }),
        real(1, 50),
        (line, points, distance) => {
          const stretches = stretchesWithin(line, points, distance);
          let start = 0;
          for (let i = 1; i < line.length; i++) {
            const [a, b] = [line[i - 1]!, line[i]!];
            const length = Math.hypot(...a.map((v, k) => v - b[k]!));
            if (length < 1e-6) continue;
            for (const share of [0.05, 0.37, 0.5, 0.81]) {
              const along = start + length * share;
              const at = a.map((v, k) => v + (b[k]! - v) * share);
              const least = Math.min(...points.map((p) => Math.hypot(...p.map((v, k) => v - at[k]!))));
              if (Math.abs(least - distance) < 1e-6) continue;
              expect(stretches.find(({ from, to }) => along >= from && along <= to)?.near ?? false).toBe(
                least < distance,
              );
            }
            start += length;
          }
          for (let i = 1; i < stretches.length; i++) {
            expect(stretches[i]!.from).toBe(stretches[i - 1]!.to);
            expect(stretches[i]!.near).not.toBe(stretches[i - 1]!.near);
          }
        },
      ),
    );
  });
});
