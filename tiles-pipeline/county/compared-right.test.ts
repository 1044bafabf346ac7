import { expect, it } from 'vitest';
import type { Finding } from '../../domain/contracts/finding.ts';
import { MIDDLE, sampleFrame, sampleMine, square } from '../../domain/county/county.test-kit.ts';
import { told } from './built-small-county.test-kit.ts';
import { comparedRight } from './compared-right.ts';

const right = (half: number, bottom: number, validUntil: string | null = null) => ({
  ...{ rings: [square(MIDDLE, half)], bottom, top: 50 },
  validUntil,
});
const compare = (own: ReturnType<typeof right> | null, ofBundle: ReturnType<typeof right> | null) => {
  const findings: Finding[] = [];
  const of = comparedRight(sampleMine({ right: own }), ofBundle, sampleFrame(), findings);
  return { of, findings };
};

it('takes the right of the bundle, with the day on which the register says it ends, and says so', () => {
  const { of, findings } = compare(right(0.003, -100, '2030-12-31'), right(0.003, -100));
  expect(of).toEqual(right(0.003, -100, '2030-12-31'));
  expect(findings.map(({ severity, code }) => [severity, code])).toEqual([['note', 'county-right-twice']]);
  told(findings, 'county-right-twice');
});

it('warns where the register draws it otherwise, by how much, and still draws what is compared', () => {
  const { of, findings } = compare(right(0.003, -100), right(0.0031, -250));
  expect(of).toMatchObject({ bottom: -250 });
  const unlike = told(findings, 'county-right-unlike');
  expect(unlike).toMatchObject({ severity: 'warning', value: 'a' });
  expect(Number(unlike.params!['metres'])).toBeGreaterThan(9);
  expect(unlike.params).toMatchObject({ register: '-100 – 50 m', bundle: '-250 – 50 m' });
});

it('takes whichever there is', () => {
  expect(compare(right(0.003, -100), null)).toEqual({ of: right(0.003, -100), findings: [] });
  expect(compare(null, right(0.003, -100))).toEqual({ of: right(0.003, -100), findings: [] });
});
