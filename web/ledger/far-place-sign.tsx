import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../domain/contracts/hazard.ts';
import type { HazardRow } from '../../domain/contracts/ledger-list.ts';
import { farText, roughDistance } from '../../domain/hazards/far-place-text.ts';
import { useLanguage } from '../shell/preferences.ts';
import { usePlaceFromMine } from './mine-ground.ts';

/** In the list: that it, or its evidence, is drawn far from its mine. */
export const FarRowSign = ({ far }: Pick<HazardRow, 'far'>) => {
  const { t } = useTranslation();
  if (far === null) return null;
  const distance = roughDistance(far.metres);
  return (
    <span className="hy-far-row" data-far={far.of}>
      ⚠ {t(far.of === 'place' ? 'farPlace.row' : 'farPlace.rowEvidence', { distance })}
    </span>
  );
};

interface Props {
  readonly mine: string;
  readonly place: HazardPlace | null;
}

/** On a card: that a place lies far from its mine, and that X and Y may be swapped. Nothing where it does not. */
export const FarPlaceSign = ({ mine, place }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const seen = usePlaceFromMine(mine, place);
  if (seen?.kind !== 'far') return null;
  return (
    <p className="hy-note" data-far-place>
      <span aria-hidden="true">⚠</span> {t('farPlace.far', { far: farText(seen)[language] })}
      {seen.swapped && ` ${t('farPlace.swapped')}`}
    </p>
  );
};
