import { useTranslation } from 'react-i18next';
import type { HazardRow } from '../../../domain/contracts/ledger-list.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { CorroborationSign } from '../corroboration-sign.tsx';
import { DeadlineSign } from '../deadline-sign.tsx';
import { FarRowSign } from '../far-place-sign.tsx';
import { FixedProgress } from '../fixed-progress.tsx';
import { categoryText } from '../hazard-words.ts';
import { useSurroundings } from '../ledger-context.ts';
import { MovedSign } from '../moved-sign.tsx';

interface Props {
  readonly row: HazardRow;
  /** In columns; else in two lines. */
  readonly wide: boolean;
}

/** A hazard in the list. */
export const ListedHazard = ({ row, wide }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, nameOfMine } = useSurroundings();
  const { responsible } = row;
  const due = { state: row.state, fiveFixed: { deadline: row.deadline } };
  const state = (
    <span className="hy-hazard-state-cell" title={row.inDoubt ? t('ledger.inDoubtHint') : undefined}>
      <span className="hy-hazard-state" data-state={row.state} data-in-doubt={row.inDoubt}>
        {t(`hazardState.${row.state}`)}
      </span>
      {row.inDoubt && <span className="hy-bad">⚠ {t('ledger.inDoubt')}</span>}
    </span>
  );
  const mine = scope.of === 'county' && (
    <span className="hy-hazard-mine" title={nameOfMine(row.mine)}>
      {nameOfMine(row.mine)}
    </span>
  );
  const title = (
    <span className="hy-hazard-title">
      <strong title={row.title}>
        <SourceText text={row.title} />
      </strong>
      <span className="hy-quiet">
        {categoryText(row.category, language)} · <SourceText text={row.id} /> <FarRowSign far={row.far} />
      </span>
    </span>
  );
  const who = responsible ? (
    <span title={`${responsible.person} · ${responsible.department}`}>
      <SourceText text={responsible.person} />
    </span>
  ) : (
    <span className="hy-unknown">{t('ledger.nobody')}</span>
  );
  if (!wide)
    return (
      <div className="hy-hazard-row" data-hazard={row.id}>
        {title}
        <span className="hy-hazard-line">
          {mine}
          {state}
          <CorroborationSign status={row.corroboration} />
        </span>
        <span className="hy-hazard-line">
          <FixedProgress missing={row.missing} />
          {row.missing.includes('deadline') ? (
            <MovedSign moved={row.movedDeadline} />
          ) : (
            <DeadlineSign hazard={due} overdue={row.overdue} moved={row.movedDeadline} />
          )}
        </span>
      </div>
    );
  return (
    <div className="hy-hazard-row" data-hazard={row.id} data-wide="true">
      {title}
      {mine}
      {state}
      <CorroborationSign status={row.corroboration} />
      <FixedProgress missing={row.missing} />
      <DeadlineSign hazard={due} overdue={row.overdue} moved={row.movedDeadline} />
      {who}
    </div>
  );
};
