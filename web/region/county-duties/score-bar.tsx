import { useTranslation } from 'react-i18next';
import type { DutyListRow } from '../../../domain/contracts/county-duties-view.ts';
import { formatNumber } from '../../shell/format-number.ts';

/** A score as a number and as what it is made of: what is missed solid, what is unknown hatched. @param most of all rows */
export const ScoreBar = ({ row, most }: { row: Pick<DutyListRow, 'score' | 'points'>; most: number }) => {
  const { t } = useTranslation();
  const { missed, unknown } = row.points;
  const share = (points: number) => `${most > 0 ? (100 * points) / most : 0}%`;
  const title = t('countyDuties.scoreTitle', {
    missed: missed.count,
    missedPoints: formatNumber(missed.points),
    unknown: unknown.count,
    unknownPoints: formatNumber(unknown.points),
  });
  return (
    <span className="hy-cd-score" title={title}>
      <strong>{formatNumber(row.score)}</strong>
      <span className="hy-cd-bar" aria-hidden="true">
        <i data-part="missed" style={{ width: share(missed.points) }} />
        <i data-part="unknown" style={{ width: share(unknown.points) }} />
      </span>
    </span>
  );
};
