import type { TFunction } from 'i18next';
import type { Spot } from '../../domain/contracts/live/entity.ts';

/** Where somebody is, in words. */
export const placeText = (spot: Spot | null, t: TFunction): string =>
  !spot || spot.kind === 'unknown'
    ? t('live.unknownPlace')
    : spot.kind === 'surface'
      ? t('live.surface')
      : spot.name;

/** The level's name; null where there is none to name. */
export const levelText = (spot: Spot | null): string | null => spot?.level ?? null;
