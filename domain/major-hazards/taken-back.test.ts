import { expect, test } from 'vitest';
import type { MajorHazard } from '../contracts/major-hazard.ts';
import { sampleMajor } from './sample-major.test-kit.ts';
import { takenBack } from './taken-back.ts';

const LISTED = { office: '市安委办', level: 'city', on: '2026-11-05', until: '2026-12-31' } as const;
const of = (...hazards: readonly Partial<MajorHazard>[]) =>
  takenBack(
    hazards.map((more, i) => ({ number: i + 1, entry: { kind: 'hazard', hazard: sampleMajor(more) } })),
  ).map(({ field, number }) => `${field} ${number}`);

test('what was said of producing and listing is told once it is taken back, lowered or put off', () => {
  expect(of({ whileProducing: true })).toEqual([]);
  expect(of({ whileProducing: null }, { whileProducing: true })).toEqual([]);
  expect(of({ whileProducing: true }, { whileProducing: false })).toEqual(['whileProducing 2']);
  expect(of({ whileProducing: true }, { whileProducing: null }, { whileProducing: true })).toEqual([]);
  expect(of({ listed: LISTED }, { listed: null })).toEqual(['listed 2']);
  expect(of({ listed: LISTED }, { listed: { ...LISTED, level: 'county' } })).toEqual(['listed 2']);
  expect(of({ listed: LISTED }, { listed: { ...LISTED, until: '2027-12-31' } })).toEqual(['listed 2']);
  expect(of({ listed: LISTED }, { listed: { ...LISTED, until: null } })).toEqual(['listed 2']);
  expect(of({ listed: LISTED }, { listed: { ...LISTED, level: 'province', until: '2026-12-01' } })).toEqual(
    [],
  );
});
