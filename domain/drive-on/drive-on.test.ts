import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineBody } from '../clearance/body.ts';
import { distanceAt } from '../clearance/heading-clearance.ts';
import { DRIVE_ANSWERS, type DriveOn, driveOnSchema } from '../contracts/drive-on.ts';
import { real } from '../geometry/sample-solids.test-kit.ts';
import { driveOn } from './drive-on.ts';
import { block, heading, obstacle, rule, scene, settings, surveyed } from './scene.test-kit.ts';

const only = (answers: DriveOn) => answers.headings[0]!;
/** [from, to, answer, code of the first reason] of every stretch, chainages in whole metres. */
const told = (answers: DriveOn) =>
  only(answers).stretches.map(({ from, to, answer, reasons }) => [
    Math.round(from),
    Math.round(to),
    answer,
    reasons[0]?.code ?? null,
  ]);

describe('driveOn', () => {
  it('drives, probes, and stops where the distances say, and breaks into no goaf', () => {
    const answers = driveOn(scene());
    expect(told(answers)).toEqual([
      [0, 70, 'drive', null],
      [70, 100, 'probe-first', 'near'],
      [100, 120, 'stop', 'too-near'],
      [120, 180, 'stop', 'pierces'],
      [180, 200, 'stop', 'too-near'],
    ]);
    expect(only(answers)).toMatchObject({
      answer: 'stop',
      clearTo: expect.closeTo(70, 6),
      heading: 'H1',
      fan: null,
    });
    expect(driveOnSchema.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
  });

  it('gives the distance, its points, rule and clause with every reason', () => {
    const [, probe] = only(driveOn(scene())).stretches;
    expect(probe!.reasons).toHaveLength(1);
    expect(probe!.reasons[0]).toMatchObject({
      distance: expect.closeTo(20, 6),
      judged: expect.closeTo(20, 6),
      bound: 50,
      plusMinus: { metres: 0 },
      rule: { id: 'RULE_goaf', clause: 'design 4.2', status: 'approved design', coalOnly: false },
      obstacle: { id: 'G1', kind: 'goaf', taken: null },
      nearest: { chainage: expect.closeTo(100, 6) },
      water: null,
    });
  });

  it('judges distances less all that positions may be off', () => {
    const off = { ...surveyed, plusMinus: 6 };
    const answers = driveOn(
      scene({
        obstacles: [obstacle({ body: block(120, 180), position: off })],
        settings: settings({ headingPlusMinus: { plusMinus: 1, clause: 'c', status: 's' } }),
      }),
    );
    expect(told(answers).slice(0, 4)).toEqual([
      [0, 63, 'drive', null],
      [63, 93, 'probe-first', 'near'],
      [93, 113, 'stop', 'too-near'],
      [113, 187, 'stop', 'pierces'],
    ]);
    const pierces = only(answers).stretches[3]!.reasons[0]!;
    expect(pierces.plusMinus).toEqual({
      metres: 7,
      parts: [
        { of: 'obstacle', metres: 6, source: 'test' },
        { of: 'heading', metres: 1, source: 'c (s)' },
      ],
    });
    expect(only(answers).stretches[2]!.reasons[0]).toMatchObject({
      distance: expect.closeTo(7, 6),
      judged: expect.closeTo(0, 6),
    });
  });

  it('is never green where the mine has configured nothing, and says what is missing', () => {
    for (const [distances, missing] of [
      [[], ['keep', 'probe']],
      [[rule('goaf', 20)], ['probe']],
      [[rule('goaf', undefined, 50)], ['keep']],
      [[rule('karst', 20, 50)], ['keep', 'probe']],
    ] as const) {
      const answers = driveOn(scene({ settings: settings({ distances: [...distances] }) }));
      expect(only(answers).stretches.map(({ answer }) => answer)).not.toContain('drive');
      expect(only(answers).stretches[0]!.reasons[0]).toMatchObject({
        answer: 'unknown',
        code: 'distance-not-configured',
        missing,
      });
      // That a goaf is broken into needs no number.
      expect(told(answers).some(([, , answer, code]) => answer === 'stop' && code === 'pierces')).toBe(true);
    }
    const two = [block(500, 510), block(300, 310)].map((body, i) =>
      obstacle({ id: `K${i}`, kind: 'karst', body }),
    );
    const reasons = only(driveOn(scene({ obstacles: two }))).stretches[0]!.reasons;
    expect(reasons.map(({ obstacle }) => obstacle!.id)).toEqual(['K1']);
  });

  it('says unknown where nobody knows how far a position may be off, though it lies kilometres away', () => {
    const nowhere = { method: 'document', plusMinus: null, source: null, standardDeviation: null } as const;
    const far = driveOn(scene({ obstacles: [obstacle({ body: block(5000, 5010), position: nowhere })] }));
    expect(told(far)).toEqual([[0, 200, 'unknown', 'position-unknown']]);
    const near = driveOn(scene({ obstacles: [obstacle({ body: block(120, 180), position: nowhere })] }));
    // Within the distance to keep it is a stop whatever the ±; before it is unknown, probing or not.
    expect(told(near).map(([, , answer]) => answer)).toEqual(['unknown', 'unknown', 'stop', 'stop', 'stop']);
    expect(only(near).stretches[1]!.reasons.map(({ code }) => code)).toEqual(['position-unknown', 'near']);
  });

  it('takes unknown water for water and an unknown fault for a conductive one, and says so', () => {
    const distances = [
      rule('goaf', 5, 6),
      rule('flooded-goaf', 30, 60),
      rule('fault', 0, 0),
      rule('conductive-fault', 0, 40),
    ];
    const wet = driveOn(
      scene({
        obstacles: [obstacle({ body: block(120, 180), water: 'unknown' })],
        settings: settings({ distances }),
      }),
    );
    expect(told(wet)[1]).toEqual([60, 90, 'probe-first', 'near']);
    expect(only(wet).stretches[1]!.reasons[0]).toMatchObject({
      obstacle: { kind: 'flooded-goaf', taken: 'flooded' },
      water: { level: null, headMetres: null },
    });
    const fault = obstacle({ kind: 'fault', body: { ...block(120, 121), closed: false } });
    const crossing = driveOn(scene({ obstacles: [fault], settings: settings({ distances }) }));
    expect(told(crossing)).toEqual([
      [0, 80, 'drive', null],
      [80, 161, 'probe-first', 'near'],
      [161, 200, 'drive', null],
    ]);
    const dry = driveOn(
      scene({ obstacles: [{ ...fault, conductive: false }], settings: settings({ distances }) }),
    );
    expect(told(dry)).toEqual([[0, 200, 'drive', null]]);
  });

  it('gives the head of the water over the nearest point of the heading', () => {
    const flooded = obstacle({ body: block(120, 180), water: { level: 51.5 } });
    const answers = driveOn(
      scene({ obstacles: [flooded], settings: settings({ distances: [rule('flooded-goaf', 20, 50)] }) }),
    );
    const { water, nearest } = only(answers).stretches[1]!.reasons[0]!;
    expect(water!.headMetres).toBeCloseTo(51.5 - nearest!.here[2], 9);
    expect(water!.headMegapascals).toBeCloseTo(water!.headMetres! * 0.00980665, 12);
  });

  it('shows coal-only rules as reference in other mines, and counts them in coal mines', () => {
    const distances = [rule('goaf', 20, 50), { ...rule('goaf', 60, 100), id: 'COAL', coalOnly: true }];
    const metal = driveOn(scene({ settings: settings({ distances }) }));
    expect(told(metal)[0]).toEqual([0, 70, 'drive', null]);
    expect(only(metal).references.map(({ rule, answer }) => [rule!.id, answer])).toEqual([
      ['COAL', 'stop'],
      ['COAL', 'probe-first'],
    ]);
    const coal = driveOn(scene({ mineType: 'underground-coal', settings: settings({ distances }) }));
    expect(told(coal)[0]).toEqual([0, 20, 'drive', null]);
    expect(only(coal).references).toEqual([]);
    const onlyCoal = driveOn(scene({ settings: settings({ distances: [distances[1]!] }) }));
    expect(only(onlyCoal).stretches[0]!.answer).toBe('unknown');
  });

  it('names what is inferred and not proven', () => {
    const evidenceOf = (...evidence: Parameters<typeof obstacle>[0]['evidence'] & object) =>
      only(driveOn(scene({ obstacles: [obstacle({ body: block(120, 180), evidence })] }))).stretches.map(
        ({ unproven }) => unproven.length,
      );
    expect(evidenceOf('geophysics')).toEqual([0, 1, 1, 1, 1]);
    expect(evidenceOf('geophysics', 'geophysics', 'document')).toEqual([0, 1, 1, 1, 1]);
    expect(evidenceOf('geophysics', 'drilling')).toEqual([0, 0, 0, 0, 0]);
    expect(evidenceOf('survey')).toEqual([0, 0, 0, 0, 0]);
    expect(evidenceOf()).toEqual([0, 1, 1, 1, 1]);
  });

  it('stops outside the mining right and keeps away from its border from within', () => {
    const right = obstacle({ id: 'R', kind: 'mining-right', body: block(-50, 150) });
    const answers = driveOn(
      scene({ obstacles: [right], settings: settings({ distances: [rule('mining-right', 10, 20)] }) }),
    );
    // The block is 7 m above the roof: within the distance to keep it is a stop all along.
    expect(told(answers)).toEqual([
      [0, 150, 'stop', 'too-near'],
      [150, 200, 'stop', 'outside-right'],
    ]);
    const away = driveOn(
      scene({ obstacles: [right], settings: settings({ distances: [rule('mining-right', 5, 6)] }) }),
    );
    expect(told(away)).toEqual([
      [0, 144, 'drive', null],
      [144, 145, 'probe-first', 'near'],
      [145, 150, 'stop', 'too-near'],
      [150, 200, 'stop', 'outside-right'],
    ]);
  });

  it('is unknown outside what has been surveyed, and everywhere where nobody said', () => {
    const area = [
      [
        [-10, -10],
        [90, -10],
        [90, 10],
        [-10, 10],
      ],
    ] as const;
    const answers = driveOn(scene({ obstacles: [], surveyed: [area] }));
    expect(told(answers)).toEqual([
      [0, 90, 'drive', null],
      [90, 200, 'unknown', 'not-surveyed'],
    ]);
    expect(answers.surveyKnown).toBe(true);
    const unsaid = driveOn(scene({ obstacles: [], surveyed: null }));
    expect(unsaid.surveyKnown).toBe(false);
    expect(told(unsaid)).toEqual([[0, 200, 'unknown', 'not-surveyed']]);
  });

  it('is unknown all along where nobody speaks of a kind of obstacle, and names the kinds', () => {
    const answers = driveOn(scene({ obstacles: [], recorded: ['goaf', 'fault', 'mining-right'] }));
    expect(told(answers)).toEqual([[0, 200, 'unknown', 'kind-not-recorded']]);
    expect(only(answers).clearTo).toBe(0);
    expect(only(answers).stretches[0]!.reasons[0]!.kinds).toEqual([
      'old-working',
      'karst',
      'aquifer',
      'poorly-sealed-borehole',
      'closed-shaft',
      'neighbour-workings',
    ]);
    expect(driveOnSchema.parse(JSON.parse(JSON.stringify(answers)))).toEqual(answers);
    // What is known to stop it still does.
    expect(told(driveOn(scene({ recorded: ['goaf'] }))).some(([, , answer]) => answer === 'stop')).toBe(true);
  });

  it('puts the worst first: the graver, then the nearer, then by name', () => {
    const at = (id: string, from: number) => obstacle({ id, body: block(from, from + 1) });
    const karst = obstacle({ id: 'K', kind: 'karst', body: block(400, 401) });
    const answers = driveOn(scene({ obstacles: [at('B', 90), at('A', 90), at('C', 70), karst] }));
    const at60 = only(answers).stretches.find(({ from, to }) => from < 60 && to > 60)!;
    expect(at60.reasons.map(({ obstacle, answer }) => [obstacle!.id, answer])).toEqual([
      ['C', 'stop'],
      ['K', 'unknown'],
      ['A', 'probe-first'],
      ['B', 'probe-first'],
    ]);
    const ranks = at60.reasons.map(({ answer }) => DRIVE_ANSWERS.indexOf(answer));
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });

  it('gives the same bytes for the same input, however its obstacles are sorted', () => {
    const at = (id: string, from: number) => obstacle({ id, body: block(from, from + 9) });
    const obstacles = [at('c', 150), at('a', 60), at('b', 100)];
    const text = JSON.stringify(driveOn(scene({ obstacles })));
    expect(JSON.stringify(driveOn(scene({ obstacles: obstacles.toReversed() })))).toBe(text);
    expect(JSON.stringify(driveOn(scene({ obstacles })))).toBe(text);
  });

  it('is green only where every face is further off than the distance to probe and the ±, whatever the scene', () => {
    const well = fc.tuple(real(-20, 220), real(-90, 90), real(-60, 60), real(0, 3), real(0, 20));
    fc.assert(
      fc.property(
        fc.array(well, { minLength: 1, maxLength: 4 }),
        real(1, 40),
        real(0, 40),
        (wells, keep, more) => {
          const obstacles = wells.map(([x, y, z, radius, plusMinus], i) =>
            obstacle({
              id: `W${i}`,
              kind: 'poorly-sealed-borehole',
              body: lineBody(
                [
                  [x, y, z],
                  [x + 5, y, z - 80],
                ],
                radius,
              ),
              position: { ...surveyed, plusMinus },
            }),
          );
          const probe = keep + more;
          const { stretches, length } = only(
            driveOn(
              scene({
                obstacles,
                settings: settings({ distances: [rule('poorly-sealed-borehole', keep, probe)] }),
              }),
            ),
          );
          expect(stretches[0]!.from).toBe(0);
          expect(stretches.at(-1)!.to).toBe(length);
          stretches.forEach(({ from, to, answer }, i) => {
            if (i > 0) expect(from).toBe(stretches[i - 1]!.to);
            for (const share of [0.01, 0.3, 0.5, 0.99]) {
              const chainage = from + (to - from) * share;
              const judged = Math.min(
                ...obstacles.map(
                  ({ body, position }) => distanceAt(heading().heading, chainage, body) - position.plusMinus!,
                ),
              );
              const truth = judged <= keep ? 'stop' : judged <= probe ? 'probe-first' : 'drive';
              // Rounding at the ends of very short stretches.
              if (Math.abs(judged - keep) > 1e-6 && Math.abs(judged - probe) > 1e-6)
                expect(answer).toBe(truth);
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
