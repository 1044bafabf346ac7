import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeighbourGap, NotCompared } from '../../../domain/contracts/neighbours.ts';
import { formatCount } from '../../shell/format-number.ts';
import { settleText } from './finding-detail.tsx';
import { NotComparedList } from './not-compared-list.tsx';
import type { MineNames } from './use-mine-names.ts';

interface GapListProps {
  readonly gaps: readonly NeighbourGap[];
  readonly notCompared: readonly NotCompared[];
  readonly names: MineNames;
}

/** Of which mines it cannot be told, by check, and what each would have to hand in. Not listed is not safe. */
export const GapList = ({ gaps, notCompared, names }: GapListProps) => {
  const { t } = useTranslation();
  const byCheck = useMemo(() => Map.groupBy(gaps, ({ check }) => check), [gaps]);
  if (gaps.length === 0 && notCompared.length === 0)
    return <p className="hy-quiet">{t('neighbours.noGaps')}</p>;
  return (
    <div className="hy-gaps">
      <p>{t('neighbours.gapsHint')}</p>
      {notCompared.length > 0 && <NotComparedList things={notCompared} names={names} />}
      {[...byCheck].map(([check, ofCheck]) => (
        <details key={check} data-gap={check}>
          <summary>
            {t(`neighbourCheck.${check}`)} <span className="hy-count">{formatCount(ofCheck.length)}</span>
          </summary>
          <ul>
            {ofCheck.map((gap) => (
              <li key={`${gap.mine} ${gap.settles.do} ${gap.settles.kind}`}>
                {gap.mine === null && <b>{t('neighbours.everyMine')}</b>} {settleText(gap.settles, t, names)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
};
