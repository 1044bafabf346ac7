import { describe, expect, it } from 'vitest';
import { type HazardFlag, hazardFlags } from './hazard-flags.ts';

const met = { overdue: 0, missing: 0, lacksCorroboration: false, inDoubt: false };

describe('what an open hazard is flagged with', () => {
  it.each<[string, Partial<Parameters<typeof hazardFlags>[1]>, HazardFlag[]]>([
    ['everything is in hand', {}, []],
    ['past its deadline', { overdue: 3 }, ['overdue']],
    ['no deadline is not in time', { overdue: null, missing: 1 }, ['no-deadline', 'five-fixed-missing']],
    ['not proven', { lacksCorroboration: true }, ['uncorroborated']],
    [
      'all at once',
      { overdue: 1, missing: 2, lacksCorroboration: true },
      ['overdue', 'five-fixed-missing', 'uncorroborated'],
    ],
  ])('%s', (_, more, flags) => {
    expect(hazardFlags('treating', { ...met, ...more })).toEqual(flags);
  });

  it('says of what is accepted that it still waits to be closed', () => {
    expect(hazardFlags('accepted', met)).toEqual(['not-closed']);
    expect(hazardFlags('accepted', { ...met, inDoubt: true, lacksCorroboration: true })).toEqual([
      ...['in-doubt', 'not-closed', 'uncorroborated'],
    ]);
  });

  it('is nothing once it is closed, unless nobody can rely on that', () => {
    const closed = { ...met, overdue: null, missing: 5, lacksCorroboration: true };
    expect(hazardFlags('closed', closed)).toEqual([]);
    expect(hazardFlags('closed', { ...closed, inDoubt: true })).toEqual(['in-doubt']);
  });
});
