import { useTranslation } from 'react-i18next';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { CorroborationSign } from '../corroboration-sign.tsx';
import { DeadlineSign } from '../deadline-sign.tsx';
import { FixedProgress } from '../fixed-progress.tsx';
import { categoryText } from '../hazard-words.ts';
import { useSurroundings } from '../ledger-context.ts';
import type { LedgerRow } from '../ledger-row.ts';

interface Props {
  readonly row: LedgerRow;
  /** In columns; else in two lines. */
  readonly wide: boolean;
}

/** A hazard in the list. */
export const HazardRow = ({ row: { version, standing }, wide }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { scope, nameOfMine } = useSurroundings();
  const { hazard } = version;
  const { responsible } = hazard.fiveFixed;
  const state = (
    <span className="hy-hazard-state" data-state={hazard.state}>
      {t(`hazardState.${hazard.state}`)}
    </span>
  );
  const mine = scope.of === 'county' && <span className="hy-hazard-mine">{nameOfMine(hazard.mine)}</span>;
  const title = (
    <span className="hy-hazard-title">
      <strong title={hazard.title}>
        <SourceText text={hazard.title} />
      </strong>
      <span className="hy-quiet">
        {categoryText(hazard.category, language)} · <SourceText text={hazard.id} />
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
      <div className="hy-hazard-row" data-hazard={hazard.id}>
        {title}
        <span className="hy-hazard-line">
          {mine}
          {state}
          <CorroborationSign status={standing.crossValidation.status} />
        </span>
        <span className="hy-hazard-line">
          <FixedProgress missing={standing.missing} />
          {!standing.missing.includes('deadline') && (
            <DeadlineSign hazard={hazard} overdue={standing.overdue} />
          )}
        </span>
      </div>
    );
  return (
    <div className="hy-hazard-row" data-hazard={hazard.id} data-wide="true">
      {title}
      {mine}
      {state}
      <CorroborationSign status={standing.crossValidation.status} />
      <FixedProgress missing={standing.missing} />
      <DeadlineSign hazard={hazard} overdue={standing.overdue} />
      {who}
    </div>
  );
};
