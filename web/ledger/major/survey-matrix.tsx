import { useTranslation } from 'react-i18next';
import type { MajorView, SurveyMonth } from '../../../domain/contracts/major-hazard.ts';
import { useAccount } from '../../accounts/use-account.ts';
import { countyDay } from '../county-day.ts';
import { ownMines, useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { beginMajor, surveyOf } from './major-store.ts';
import { newSurvey } from './start-major.ts';

const SIGNS: Readonly<Record<SurveyMonth['state'], string>> = {
  signed: '✓',
  'handed-in-late': '△',
  'made-late': '▲',
  reused: '=',
  unsigned: '◐',
  missed: '✗',
  due: '…',
  'not-known': '?',
};
const WORST: readonly SurveyMonth['state'][] = [
  ...(['missed', 'unsigned', 'reused', 'made-late', 'handed-in-late', 'due', 'not-known', 'signed'] as const),
];
/** What is no survey made in its month. */
const LACKING: ReadonlySet<SurveyMonth['state']> = new Set(['missed', 'unsigned', 'reused', 'made-late']);
/** What is filled in no more. */
const DONE: ReadonlySet<SurveyMonth['state']> = new Set(['signed', 'handed-in-late', 'made-late']);

/** Every mine's monthly survey over the last twelve months; mines that missed most come first. A month of one's own mine can be filled in. */
export const SurveyMatrix = ({ view }: { readonly view: MajorView }) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  const account = useAccount();
  const not = useNotAllowed('write-hazard');
  const own = ownMines(
    account,
    view.mines.map(({ mine }) => mine),
  );
  const months = view.mines[0]?.surveys.map(({ month }) => month) ?? [];
  const missed = (surveys: readonly SurveyMonth[]): number =>
    surveys.filter(({ state }) => LACKING.has(state)).length;
  const mines = view.mines.toSorted((a, b) => missed(b.surveys) - missed(a.surveys));
  const last = months.at(-1);
  const count = (state: SurveyMonth['state']): number =>
    view.mines.filter(({ surveys }) => surveys.at(-1)?.state === state).length;
  return (
    <section data-part="surveys">
      <h3>{t('major.surveys')}</h3>
      <p className="hy-survey-legend">
        {WORST.map((state) => (
          <span key={state} data-survey={state}>
            {SIGNS[state]} {t(`majorSurvey.${state}`)}
          </span>
        ))}
      </p>
      {last && (
        <p data-part="survey-month">
          {t('major.surveyMonth', { month: last, signed: count('signed'), due: count('due') })}
          {count('unsigned') + count('reused') > 0 && (
            <span className="hy-bad">
              {' '}
              ✗ {t('major.surveyLacking', { unsigned: count('unsigned') + count('reused') })}
            </span>
          )}
        </p>
      )}
      <div className="hy-survey-scroll">
        <table className="hy-ledger-table hy-survey-table">
          <thead>
            <tr>
              <th>{t('ledger.mine')}</th>
              {months.map((month) => (
                <th key={month} title={month}>
                  <small>{month === months[0] || month.endsWith('-01') ? month.slice(0, 4) : '\u00a0'}</small>
                  {month.slice(5)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mines.map(({ mine, surveys }) => (
              <tr key={mine} data-surveys-of={mine}>
                <th scope="row">{nameOfMine(mine)}</th>
                {surveys.map(({ month, state, on, recordedOn, sameAs }) => {
                  const days = on && t('major.surveyDays', { on, recorded: recordedOn });
                  const same = sameAs && t('major.surveySame', { month: sameAs });
                  const text = [month, t(`majorSurvey.${state}`), same, days].filter(Boolean).join(' · ');
                  const mayWrite = not === null && own.includes(mine) && !DONE.has(state);
                  return (
                    <td key={month} data-survey={state} title={text}>
                      {mayWrite ? (
                        <button
                          type="button"
                          aria-label={`${nameOfMine(mine)} ${text}`}
                          data-survey-month={month}
                          onClick={() => {
                            const known = surveyOf(view, mine, month);
                            beginMajor('survey', known?.version ?? null, {
                              kind: 'survey',
                              survey:
                                known?.survey ?? newSurvey(mine, month, countyDay(), account?.name ?? ''),
                            });
                          }}
                        >
                          {SIGNS[state]}
                        </button>
                      ) : (
                        <>
                          <span aria-hidden="true">{SIGNS[state]}</span>
                          <span className="hy-unseen">{t(`majorSurvey.${state}`)}</span>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
