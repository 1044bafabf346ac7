import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type RegisterMine, RISK_LEVELS } from '../../../domain/contracts/county.ts';
import { type GradedMine, gradeMines } from '../../../domain/hazards/disaster-grade.ts';
import { useSurroundings } from '../ledger-context.ts';
import './grade.css';
import { useDisasterKind } from './use-disaster-kind.ts';

interface Props {
  /** null: the county's register of mines cannot be had here. */
  readonly register: readonly RegisterMine[] | null;
}

/** The disaster grade of each mine: the worst of its kinds, which one raised it, and what nobody graded. */
export const GradePage = ({ register }: Props) => {
  const { t } = useTranslation();
  const { scope, room } = useSurroundings();
  const graded = useMemo(
    () => gradeMines(register ?? []).filter(({ mine }) => scope.of === 'county' || mine === scope.id),
    [register, scope],
  );
  const kinds = Object.keys(graded[0]?.grades ?? {});
  if (register === null || graded.length === 0)
    return <p className="hy-pad hy-unknown">{t('disasterGrade.noRegister')}</p>;
  return (
    <div className="hy-ledger-statistics hy-grades">
      <p className="hy-quiet">{t('disasterGrade.hint')}</p>
      {kinds.length === 0 && <p className="hy-unknown">{t('disasterGrade.noneGraded')}</p>}
      {room === 'screen' ? <GradeTable {...{ graded, kinds }} /> : <GradeList {...{ graded, kinds }} />}
    </div>
  );
};

interface GradesProps {
  readonly graded: readonly GradedMine[];
  readonly kinds: readonly string[];
}

/** Mines against kinds: a kind is compared down its column. */
const GradeTable = ({ graded, kinds }: GradesProps) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const kindText = useDisasterKind();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('ledgerColumn.mine')}</th>
          <th scope="col">{t('ledgerPage.grade')}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col">
              {kindText(kind)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {graded.map((one) => (
          <tr key={one.mine} data-grade-of={one.mine} data-grade={one.worst.grade ?? 'unknown'}>
            <th scope="row">{nameOfMine(one.mine)}</th>
            <td>
              <Grade graded={one} />
            </td>
            {kinds.map((kind) => (
              <td key={kind} data-raises={one.worst.raisedBy.includes(kind)}>
                <KindGrade grade={one.grades[kind] ?? null} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The same where there is room for lines only. */
const GradeList = ({ graded, kinds }: GradesProps) => {
  const { nameOfMine } = useSurroundings();
  const kindText = useDisasterKind();
  return (
    <ul>
      {graded.map((one) => (
        <li key={one.mine} data-grade-of={one.mine} data-grade={one.worst.grade ?? 'unknown'}>
          <strong>{nameOfMine(one.mine)}</strong>
          <Grade graded={one} />
          <ul className="hy-grade-kinds">
            {kinds.map((kind) => (
              <li key={kind} data-raises={one.worst.raisedBy.includes(kind)}>
                {kindText(kind)} <KindGrade grade={one.grades[kind] ?? null} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};

const KindGrade = ({ grade }: { readonly grade: (typeof RISK_LEVELS)[number] | null }) => {
  const { t } = useTranslation();
  return grade ? (
    t(`disasterLevel.${grade}`)
  ) : (
    <span className="hy-unknown">{t('disasterGrade.ungraded')}</span>
  );
};

const Grade = ({ graded: { worst } }: { readonly graded: GradedMine }) => {
  const { t } = useTranslation();
  const kindText = useDisasterKind();
  if (worst.grade === null) return <span className="hy-unknown">{t('disasterGrade.unknown')}</span>;
  const steps = RISK_LEVELS.length - RISK_LEVELS.indexOf(worst.grade);
  return (
    <span className="hy-disaster-grade">
      <span className="hy-grade-steps" aria-hidden="true">
        {'▮'.repeat(steps)}
        {'▯'.repeat(RISK_LEVELS.length - steps)}
      </span>{' '}
      {worst.atLeast
        ? t('disasterGrade.atLeast', { grade: t(`disasterLevel.${worst.grade}`) })
        : t(`disasterLevel.${worst.grade}`)}{' '}
      <span className="hy-quiet">
        {t('disasterGrade.raisedBy', { kinds: worst.raisedBy.map(kindText).join(t('ledger.comma')) })}
      </span>
    </span>
  );
};
