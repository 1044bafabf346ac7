import type { Bilingual } from './bilingual.ts';

/** What a duty looks at, by the name rule files and registers write it with. The dictionary is open: another name is shown as it is written. */
export interface FactName extends Bilingual {
  readonly unit?: Bilingual;
}

const PERCENT = { zh: '%', en: '%' };
const METRES = { zh: 'm', en: 'm' };

export const FACT_NAMES = {
  state: { zh: '矿山状态', en: 'state of the mine' },
  size: { zh: '矿山规模', en: 'size of the mine' },
  keyPlaceCameraPercent: { zh: '关键地点有摄像机的比例', en: 'key places with cameras', unit: PERCENT },
  workPlaceCameraPercent: {
    zh: '主要作业地点有摄像机的比例',
    en: 'main work places with cameras',
    unit: PERCENT,
  },
  firstProvincialBatch: { zh: '列入省首批', en: 'in the first provincial batch' },
  positioningOnline: { zh: '人员定位已联网', en: 'positioning is networked' },
  positioningCoversKeyPlaces: { zh: '人员定位覆盖全部关键地点', en: 'positioning covers all key places' },
  designSlopeHeight: { zh: '设计边坡高度', en: 'slope height by design', unit: METRES },
  currentSlopeHeight: { zh: '现状边坡高度', en: 'slope height now', unit: METRES },
  slopeHeight: { zh: '边坡高度', en: 'slope height', unit: METRES },
  slopeNetworked: { zh: '边坡监测已联网', en: 'slope monitoring is networked' },
  dumpHeight: { zh: '排土场堆置高度', en: 'height of the dump', unit: METRES },
  dumpNetworked: { zh: '排土场监测已联网', en: 'dump monitoring is networked' },
  suspendedMonths: { zh: '已停产', en: 'suspended for', unit: { zh: '个月', en: 'months' } },
  electronicSeals: { zh: '已装电子封条', en: 'electronic seals are in place' },
  suspensionPlan: { zh: '已报送停产停建方案', en: 'a suspension plan is filed' },
  alarmsClosedSameDayPercent: { zh: '预警当日处置率', en: 'alarms closed the same day', unit: PERCENT },
  transparentGeology: { zh: '已实现“透明地质”管理', en: 'transparent geology is reached' },
  surveyedYearsAhead: {
    zh: '已普查的采掘年限',
    en: 'years of mining surveyed ahead',
    unit: { zh: '年', en: 'years' },
  },
  nextYearSurveyedPercent: { zh: '次年采掘范围已普查', en: 'next year’s area surveyed', unit: PERCENT },
  hazardsWithoutFiveFixed: { zh: '“五落实”不全的隐患', en: 'hazards without all five fixed' },
  hazardsUncorroborated: { zh: '未经两法互证的隐患', en: 'hazards not proven by two methods' },
  producingLevels: { zh: '同时生产的水平数', en: 'levels mined at once' },
  leaderNamed: { zh: '已明确包保责任人', en: 'an accountable leader is named' },
  hazardSurvey: { zh: '次年采掘范围普查完成', en: 'survey of next year’s area done' },
  majorHazardSurvey: { zh: '重大事故隐患排查', en: 'major-hazard survey' },
  asBuiltPlan: { zh: '现状图更新', en: 'as-built plans made anew' },
  emergencyDrill: { zh: '紧急撤离演练', en: 'evacuation drill' },
  leaderAnnounced: { zh: '包保责任人公告', en: 'accountable leader announced' },
} as const satisfies Record<string, FactName>;

/** Name of a fact or event; what nobody named is called as it is written. */
export const factName = (name: string): FactName =>
  (FACT_NAMES as Readonly<Record<string, FactName>>)[name] ?? { zh: name, en: name };
