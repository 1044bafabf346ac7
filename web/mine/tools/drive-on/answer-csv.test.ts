import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { meshBody } from '../../../../domain/clearance/body.ts';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import { driveOn } from '../../../../domain/drive-on/drive-on.ts';
import { obstacle, scene, settings } from '../../../../domain/drive-on/scene.test-kit.ts';
import { box } from '../../../../domain/geometry/sample-solids.test-kit.ts';
import { startTexts } from '../../../i18n/i18n.ts';
import { answerCsv, holesCsv } from './answer-csv.ts';

const { t } = startTexts('en');
const report = driveOn({
  ...scene({
    obstacles: [
      obstacle({
        id: '=G1',
        name: 'goaf, "old"',
        body: meshBody(box([240, -30, -10], [280, 30, 10]), true),
        evidence: ['document'],
      }),
    ],
    settings: settings({
      probing: { ahead: 60, overlap: 10, cover: 5, holes: 4, clause: 'design 7', status: 'approved design' },
    }),
  }),
  revision: 'abc',
});
const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { bom: true, columns: true }) as Record<string, string>[];

test('a row a reason, with rule, status and revision; what may be driven has a row too', () => {
  const rows = rowsOf(answerCsv({ report, unjudged: [] }, t));
  expect(rows.map((row) => [row['from m'], row['to m'], row['answer']])).toEqual([
    ['0', '190', 'Drive'],
    ['190', '200', 'Probe first'],
  ]);
  expect(rows[1]).toMatchObject({
    'nearest m': '40',
    'judged m': '40',
    'bound m': '50',
    rule: 'RULE_goaf',
    'source clause': 'design 4.2',
    verified: 'approved design',
    'inferred by': 'documents (old plans, interviews)',
    'data revision': 'abc',
  });
  // A spreadsheet must not take an id for a formula.
  expect(rows[1]!['obstacle']).toBe("'=G1");
});

test('a row a hole, with what it would prove', () => {
  const facts = { obstacles: [{ id: '=G1', name: 'old goaf' }] } as unknown as DrivingFacts;
  const rows = rowsOf(holesCsv({ report, unjudged: [] }, facts, t));
  expect(rows).toHaveLength(1 + 4 + 1);
  expect(rows[0]).toMatchObject({
    Hole: '1',
    Aim: 'middle',
    'Azimuth °': '90',
    'Dip °': '0',
    'Length m': '60',
  });
  expect(rows.some((row) => row['Would prove'] === 'old goaf')).toBe(true);
});
