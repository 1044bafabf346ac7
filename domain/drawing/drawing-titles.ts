import type { Bilingual } from '../contracts/bilingual.ts';
import type { SurveyDate } from '../plans/survey-date.ts';

/** What drawings are called in their title blocks. */
export const SECTION_TITLE: Bilingual = { zh: 'A—A′ 剖面图', en: 'Section A—A′' };

export const PROJECTION_TITLE: Bilingual = { zh: 'B—B′ 纵投影图', en: 'Longitudinal projection B—B′' };

/** @param since survey date of the plan that is compared; null: not known */
export const differenceTitle = (since: string | null): Bilingual => ({
  zh: `现状变化图（与 ${since ?? '日期未知'} 测量的现状图比较）`,
  en: `Changes since the plan surveyed ${since ?? 'at an unknown date'}`,
});

export const columnTitle = (hole: string): Bilingual => ({
  zh: `钻孔柱状图 ${hole}`,
  en: `Borehole column ${hole}`,
});

/** @param height metres above the datum */
export const levelTitle = (height: number): Bilingual => ({
  zh: `${height} m 水平平面图`,
  en: `Level plan at ${height} m`,
});

/** The survey date in the title block; where it is of another revision of the data than the drawing, that is said. */
export const surveyDateText = ({ day, sameData }: SurveyDate): Bilingual =>
  sameData ? { zh: day, en: day } : { zh: `${day}（另版数据）`, en: `${day} (other data)` };
