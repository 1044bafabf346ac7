import { useTranslation } from 'react-i18next';
import type { NotCompared } from '../../../domain/contracts/neighbours.ts';
import { formatCount } from '../../shell/format-number.ts';
import { setView } from '../../shell/view-store.ts';
import type { MineNames } from './use-mine-names.ts';

interface NotComparedListProps {
  readonly things: readonly NotCompared[];
  readonly names: MineNames;
}

/** Things that stand on the map of the day and in no comparison, each a way to its card. */
export const NotComparedList = ({ things, names }: NotComparedListProps) => {
  const { t } = useTranslation();
  const days = ({ from, to }: NotCompared): string =>
    from !== null && to !== null
      ? t('featureCard.since', { from, to })
      : from !== null
        ? t('featureCard.from', { day: from })
        : t('featureCard.to', { day: to });
  return (
    <details data-gap="not-compared" open>
      <summary>
        {t('neighbours.notComparedTitle')} <span className="hy-count">{formatCount(things.length)}</span>
      </summary>
      <ul>
        {things.map((one) => (
          <li key={`${one.mine} ${one.feature}`}>
            <button
              type="button"
              className="hy-finding-thing"
              data-thing={one.feature}
              onClick={() =>
                setView({ regionPick: { kind: 'feature', id: one.feature }, mineInPlace: false })
              }
            >
              {t('neighbours.thing', { mine: names(one.mine), kind: t(`neighbourKind.${one.kind}`) })}{' '}
              {one.feature}
            </button>{' '}
            · {days(one)}
          </li>
        ))}
      </ul>
    </details>
  );
};
