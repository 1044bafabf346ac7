import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { DutyListRow, DutyPage, DutyStateKind } from '../../../domain/contracts/county-duties-view.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import '../../shell/print.css';
import { useOpenCounty } from '../county-store.ts';
import { OutsideLine } from '../outside/outside-line.tsx';
import { stateWords } from './duty-words.ts';
import { RegisterLine } from './register-line.tsx';

const LISTED = ['missed', 'due', 'unknown'] as const satisfies readonly DutyStateKind[];

interface Props {
  /** Warnings filter the map, and not this table. */
  readonly isByWarning: boolean;
  readonly view: Pick<
    DutyPage,
    'duties' | 'on' | 'today' | 'revision' | 'rules' | 'all' | 'kept' | 'columns' | 'outside' | 'register'
  >;
  /** All that are as asked for, or those that have come. */
  readonly rows: readonly Pick<DutyListRow, 'mine' | 'name' | 'town' | 'score' | 'states'>[];
}

/** The table on paper: a mine a row, with what it has missed, what is due, and what nobody knows. */
export const DutyPrint = ({ view, rows, isByWarning }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { name, towns, provenance } = useOpenCounty().catalog;
  const listed = ({ states }: Pick<DutyListRow, 'states'>, kind: DutyStateKind) =>
    view.columns.flatMap((i) => {
      const state = states[i]!;
      if (state.kind !== kind) return [];
      const { word, more } = stateWords(state, t, language);
      const duty = view.duties[i]!.name[language];
      return [`${duty}: ${kind === 'unknown' ? more : word}`];
    });
  return createPortal(
    <article className="hy-print">
      <h1>
        {name[language]} · {t('countyDuties.table')} · {view.on}
      </h1>
      {provenance === 'synthetic' && <p>{t('countyDuties.synthetic')}</p>}
      <p>{t('countyDuties.shown', { shown: view.kept, all: view.all })}</p>
      {isByWarning && <p>{t('countyDuties.notByWarning')}</p>}
      <OutsideLine where="duties" mines={view.outside} />
      <RegisterLine view={view} />
      {rows.length < view.kept && (
        <p data-part="print-lacks">
          <strong>{t('countyDuties.printLacks', { n: rows.length, all: view.kept })}</strong>
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th>{t('countyDuties.mine')}</th>
            <th>{t('countyDuties.score')}</th>
            {LISTED.map((kind) => (
              <th key={kind}>{t(`dutyState.${kind}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.mine}>
              <td className="hy-cd-print-name">
                {row.name[language]}
                <br />
                {towns.find(({ id }) => id === row.town)?.name[language] ?? t('countyDuties.noTown')}
              </td>
              <td>{formatNumber(row.score)}</td>
              {LISTED.map((kind) => (
                <td key={kind}>{listed(row, kind).join(t('driveOn.semicolon'))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {t('countyDuties.printed', {
          file: view.rules.file,
          revision: view.revision.slice(0, 16),
          today: view.today,
        })}
      </p>
    </article>,
    document.body,
  );
};
