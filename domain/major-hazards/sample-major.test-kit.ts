import {
  type MajorHazard,
  type MajorSurvey,
  majorHazardSchema,
  majorSurveySchema,
} from '../contracts/major-hazard.ts';
import { treatedHazard } from '../hazards/sample-hazard.test-kit.ts';

/** A major hazard that a mine reports itself. */
export const sampleMajor = (more: Partial<MajorHazard> = {}): MajorHazard =>
  majorHazardSchema.parse({
    ...{
      id: 'M1',
      mine: 'tiny',
      title: '安全出口不足',
      what: '-110 m 中段只有一个安全出口',
      criterion: null,
    },
    ...{ source: 'self-reported', inspection: null, found: { on: '2026-10-05', by: '赵矿长' } },
    ...{ whileProducing: null, hazards: [], place: null, fiveFixed: treatedHazard().fiveFixed },
    ...{ listed: null, closeOut: null, state: 'confirmed', ...more },
  });

/** Checked on site, with a report of it. */
export const sampleCloseOut = (
  more: Partial<NonNullable<MajorHazard['closeOut']>> = {},
): NonNullable<MajorHazard['closeOut']> => ({
  ...{ on: '2026-11-28', by: '县局', found: '第二出口已贯通', report: 'a'.repeat(64), accepted: null },
  ...more,
});

/** One that an inspection of the city found. */
export const inspectedMajor = (more: Partial<MajorHazard> = {}): MajorHazard =>
  sampleMajor({
    ...{ id: 'M2', source: 'inspection', inspection: { office: '市应急局', level: 'city' } },
    ...{ whileProducing: true, found: { on: '2026-11-02', by: '检查组' }, ...more },
  });

export const sampleSurvey = (more: Partial<MajorSurvey> = {}): MajorSurvey =>
  majorSurveySchema.parse({
    ...{ mine: 'tiny', month: '2026-11', on: '2026-11-20', by: '赵矿长', signedBy: ['赵矿长'] },
    ...{ report: null, found: [], ...more },
  });
