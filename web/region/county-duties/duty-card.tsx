import { useTranslation } from 'react-i18next';
import type { Duty } from '../../../domain/contracts/county-duties.ts';
import type { CountyDuties, MineDutiesRow } from '../../../domain/contracts/county-duties-view.ts';
import { factName } from '../../../domain/contracts/duty-facts.ts';
import { looksAt } from '../../../domain/county-duties/county-duties.ts';
import { RuleSource } from '../../live/alarms/rule-source.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import './duty-card.css';
import { DutySign } from './duty-sign.tsx';
import { dueText, factOrigin, factText, requirementText, stateWords, whatSettles } from './duty-words.ts';

/** What a duty asks, where that is written, what is known of it, what stands against that, and what would settle it. */
export const DutyCard = ({ view, row, at }: { view: CountyDuties; row: MineDutiesRow; at: number }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const duty: Duty = view.duties[at]!;
  const state = row.states[at]!;
  const { word, more } = stateWords(state, t, language);
  const facts = looksAt(duty);
  // What the mine's own model says of the ground that a survey is said to cover.
  const beside =
    facts.includes('hazardSurvey') && row.facts['nextYearSurveyedPercent'] ? ['nextYearSurveyedPercent'] : [];
  return (
    <section className="hy-cd-duty" data-chosen-duty={duty.id}>
      <h3>{duty.name[language]}</h3>
      <p className="hy-cd-state" data-kind={state.kind}>
        <DutySign kind={state.kind} /> <strong>{word}</strong> {more}
      </p>
      <dl>
        <dt>{t('countyDuties.asks')}</dt>
        <dd>
          {dueText(duty, t, language)}
          {duty.mineSizes.length > 0 &&
            ` ${t('countyDuties.onlySizes', {
              sizes: duty.mineSizes.map((size) => t(`mineSize.${size}`)).join(t('driveOn.comma')),
            })}`}
          {duty.onlyWhere &&
            ` ${t('countyDuties.onlyWhere', { what: requirementText(duty.onlyWhere, t, language) })}`}
        </dd>
        <dt>{t('countyDuties.clause')}</dt>
        <dd>
          <RuleSource {...duty} />
        </dd>
        {duty.note && (
          <>
            <dt>{t('countyDuties.note')}</dt>
            <dd lang="en">{duty.note}</dd>
          </>
        )}
      </dl>
      <table>
        <caption>{t('countyDuties.facts')}</caption>
        <tbody>
          {duty.mineSizes.length > 0 && <SizeRow size={row.size} />}
          {[...facts, ...beside].map((name) => {
            const fact = row.facts[name]!;
            const text = factText(name, fact, t, language);
            const settles = whatSettles(fact);
            return (
              <tr key={name} data-fact={name}>
                <th scope="row">{factName(name)[language]}</th>
                <td>{text ?? <span className="hy-unknown">{t('app.unknown')}</span>}</td>
                <td className="hy-quiet">
                  {factOrigin(fact, view, t)}
                  {settles && (
                    <span className="hy-cd-settles">
                      {t('countyDuties.settles', { how: t(`factSettles.${settles}`) })}
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

/** What a duty that binds mines of some sizes rests on besides its facts. */
const SizeRow = ({ size }: Pick<MineDutiesRow, 'size'>) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <tr data-fact="size">
      <th scope="row">{factName('size')[language]}</th>
      <td>{size ? t(`mineSize.${size}`) : <span className="hy-unknown">{t('app.unknown')}</span>}</td>
      <td className="hy-quiet">
        {size ? (
          t('factSource.register')
        ) : (
          <>
            {t('factDoubt.not-reported')}
            <span className="hy-cd-settles">
              {t('countyDuties.settles', { how: t('countyDuties.sizeSettles') })}
            </span>
          </>
        )}
      </td>
    </tr>
  );
};
