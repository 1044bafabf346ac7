import type { TFunction } from 'i18next';
import type { ToldOfMine } from '../../../domain/neighbours/told-of-mine.ts';

/** What neighbours a mine has, in a line: nought found is no word of safety where checks could not be made. */
export const toldOfMineText = ({ found, unsure, untold }: ToldOfMine, t: TFunction): string =>
  [
    t('map.pairsCount', { n: found }),
    ...(unsure > 0 ? [t('map.pairsUnsure', { n: unsure })] : []),
    ...(untold.length > 0 ? [t('map.checksUntold', { n: untold.length })] : []),
  ].join(t('map.semicolon'));
