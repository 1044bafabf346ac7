import type { Bilingual } from '../contracts/bilingual.ts';

/** What drawings are called in their title blocks. */
export const SECTION_TITLE: Bilingual = { zh: 'A—A′ 剖面图', en: 'Section A—A′' };

export const PROJECTION_TITLE: Bilingual = { zh: 'B—B′ 纵投影图', en: 'Longitudinal projection B—B′' };

export const columnTitle = (hole: string): Bilingual => ({
  zh: `钻孔柱状图 ${hole}`,
  en: `Borehole column ${hole}`,
});

/** @param height metres above the datum */
export const levelTitle = (height: number): Bilingual => ({
  zh: `${height} m 水平平面图`,
  en: `Level plan at ${height} m`,
});
