import { describe, expect, it } from 'vitest';
import { metres } from '../../../domain/units/quantities.ts';
import { surveyReadout } from './survey-readout.ts';

const point = { easting: metres(512345.678), northing: metres(4412345.671), height: metres(-310.125) };
const texts = (survey: Parameters<typeof surveyReadout>[1], at = point) =>
  surveyReadout(at, survey).map(({ letter, direction, text }) => `${letter} ${direction} ${text}`);

describe('the cursor in the survey’s own system', () => {
  it('writes X north and Y east with the zone number where the files do', () => {
    expect(texts({ axes: 'x-north-y-east', units: 'metre', zonePrefix: 39 })).toEqual([
      'X north 4\u2009412\u2009345.67',
      'Y east 39\u2009512\u2009345.68',
      'H height −310.13',
    ]);
  });

  it('adds no zone number to an easting that has it from its projection', () => {
    const prefixed = { ...point, easting: metres(39512345.678) };
    expect(texts({ axes: 'x-north-y-east', units: 'metre' }, prefixed)[1]).toBe(
      'Y east 39\u2009512\u2009345.68',
    );
  });

  it('writes X east first where the files do, in their feet', () => {
    expect(texts({ axes: 'x-east-y-north', units: 'us-survey-foot' })).toEqual([
      'X east 1\u2009680\u2009920.78',
      'Y north 14\u2009476\u2009170.76',
      'H height −1\u2009017.47',
    ]);
  });
});
