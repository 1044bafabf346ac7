import { useTranslation } from 'react-i18next';
import type { MineDutiesRow } from '../../../domain/contracts/county-duties-view.ts';
import { formatNumber } from '../../shell/format-number.ts';

/** Points of a mine by what they are for. */
export const pointsOf = ({ parts }: Pick<MineDutiesRow, 'parts'>) => {
  const of = (because: 'missed' | 'unknown') => parts.filter((part) => part.because === because);
  const sum = (some: MineDutiesRow['parts']) => some.reduce((all, { points }) => all + points, 0);
  const [missed, unknown] = [of('missed'), of('unknown')];
  return {
    missed: { count: missed.length, points: sum(missed) },
    unknown: { count: unknown.length, points: sum(unknown) },
  };
};

/** A score as a number and as what it is made of: what is missed solid, what is unknown hatched. @param most of all rows */
export const ScoreBar = ({ row, most }: { row: MineDutiesRow; most: number }) => {
  const { t } = useTranslation();
  const { missed, unknown } = pointsOf(row);
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
