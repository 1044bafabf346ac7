import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Spot } from '../../domain/contracts/live/entity.ts';
import { PlaceName } from './source-text.tsx';

/** Where somebody is, in words. */
export const SpotName = ({ spot }: { spot: Spot | null }) => {
  const { t } = useTranslation();
  if (!spot || spot.kind === 'unknown') return t('live.unknownPlace');
  return <PlaceName name={spot.name} />;
};

/** A level whose name is a bare height says that it is one. */
export const levelName = (level: string, t: TFunction): string =>
  /^[-−+]?\d+(\.\d+)?$/.test(level) ? t('live.levelAt', { height: level }) : level;
