import type { Bilingual } from '../contracts/bilingual.ts';
import type { FarPlace } from './far-place.ts';

const TWO_FIGURES = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });

/** A distance by two figures: 870 m, 1.8 km, 12,000 km. */
export const roughDistance = (metres: number): string =>
  metres < 1000 ? `${TWO_FIGURES.format(metres)} m` : `${TWO_FIGURES.format(metres / 1000)} km`;

/** How far it is, and farther than what. */
export const farText = ({ metres, bound }: Omit<FarPlace, 'kind' | 'swapped'>): Bilingual => {
  const distance = roughDistance(metres);
  if (bound === null)
    return { zh: `约 ${distance}，在本县范围以外`, en: `about ${distance}, outside its county` };
  const most = roughDistance(bound.metres);
  return bound.by === 'county-setting'
    ? {
        zh: `约 ${distance}，超过本县设定的 ${most}`,
        en: `about ${distance}, farther than the ${most} its county has set`,
      }
    : {
        zh: `约 ${distance}，比矿区自身的长度（${most}）还远`,
        en: `about ${distance}, farther than the mine itself is long (${most})`,
      };
};

/** Why it is written, with why what lies far from the mine does so: both stand in the history of the hazard. */
export const reasonWithFar = (reason: string, whyFar: string): string =>
  `${reason}（位置离矿很远，已核对：${whyFar}）`;
