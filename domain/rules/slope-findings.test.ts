import { describe, expect, it } from 'vitest';
import type { ReadyFinding } from './finding.ts';
import { slopeKey } from './mine-situation.ts';
import { slopeFindings } from './slope-findings.ts';
import { MORNING, subjects, tinySituation, tinyWatcher } from './tiny-rule-mine.test-kit.ts';

const finding = (check: ReadyFinding['check'], id: string, threshold: string | null): ReadyFinding => ({
  check,
  threshold,
  warning: 'yellow',
  subject: { type: 'slope', id, name: id },
  scope: null,
  place: id,
  enu: null,
  judged: null,
  since: null,
});
const slopes = {
  findings: [finding('slope-warning', 'east', 'fast'), finding('slope-forecast', 'west', null)],
  denied: new Set([slopeKey('slope-warning', 'fast', 'north'), slopeKey('slope-forecast', null, 'north')]),
};

describe('slopeFindings', () => {
  it('hands each rule its own findings, and denies what the slopes deny of it', () => {
    const watch = tinyWatcher()(tinySituation(MORNING, [], { slopes }));
    expect(subjects(slopeFindings(watch, 'slope-warning', 'fast'))).toEqual(['east']);
    expect(subjects(slopeFindings(watch, 'slope-warning', 'slow'))).toEqual([]);
    expect(subjects(slopeFindings(watch, 'slope-forecast', null))).toEqual(['west']);
    const { denies } = slopeFindings(watch, 'slope-warning', 'fast');
    expect([denies('north', null), denies('south', null)]).toEqual([true, false]);
    expect(slopeFindings(watch, 'slope-warning', 'slow').denies('north', null)).toBe(false);
    expect(slopeFindings(watch, 'slope-forecast', null).denies('north', null)).toBe(true);
  });
  it('knows nothing while slopes are not judged', () => {
    const watch = tinyWatcher()(tinySituation(MORNING));
    expect(slopeFindings(watch, 'slope-warning', 'fast').denies('east', null)).toBe(false);
  });
});
