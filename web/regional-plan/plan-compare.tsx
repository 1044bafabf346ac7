import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanChange } from '../../domain/contracts/regional-plan.ts';
import type { PlanComparison, PlanList } from '../../domain/contracts/regional-plan-api.ts';
import { CHAPTER_WORDS, FIELD_WORDS } from '../../domain/regional-plan/plan-words.ts';
import { FetchFailurePage } from '../shell/fetch-failure-page.tsx';
import { useLanguage } from '../shell/preferences.ts';
import { setView } from '../shell/view-store.ts';
import { differingParts } from './differing-parts.ts';
import { planApi, useAnswer } from './plan-api.ts';

const KINDS = ['added', 'changed', 'gone'] as const satisfies readonly PlanChange['kind'][];

/** Two plans object by object, what it was beside what it is. */
export const PlanCompare = ({
  county,
  list,
  from,
  to,
}: {
  county: string;
  list: PlanList;
  from: string;
  to: string;
}) => {
  const { t } = useTranslation();
  const { answer, reload } = useAnswer(`${county} ${from} ${to}`, (signal) =>
    planApi.compare(county, from, to, signal),
  );
  const options = [
    ...list.versions.map(({ id, year, number }) => ({
      value: id,
      label: t('regionalPlan.versionOf', { year, n: number }),
    })),
    ...list.years.map((year) => ({ value: String(year), label: t('regionalPlan.draftOf', { year }) })),
  ];
  const choice = (id: string, label: string, value: string, onChange: (plan: string) => void) => (
    <label htmlFor={id}>
      {label}
      <Select
        id={id}
        size="small"
        value={value}
        options={options}
        onChange={onChange}
        popupMatchSelectWidth={false}
      />
    </label>
  );
  return (
    <section className="hy-plan-compare" aria-label={t('regionalPlan.compareTitle')}>
      <header>
        <h2>{t('regionalPlan.compareTitle')}</h2>
        {choice('hy-plan-from', t('regionalPlan.compareFrom'), from, (planAgainst) =>
          setView({ planAgainst }),
        )}
        {choice('hy-plan-to', t('regionalPlan.compareTo'), to, (openPlan) => setView({ openPlan }))}
        <Button size="small" onClick={() => setView({ planAgainst: null })}>
          {t('regionalPlan.compareEnd')}
        </Button>
      </header>
      {answer.status === 'loading' && (
        <p className="hy-waiting" role="status">
          {t('regionalPlan.comparing')}
        </p>
      )}
      {answer.status === 'failed' && (
        <FetchFailurePage title={t('regionalPlan.compareFailed')} failure={answer.failure} onRetry={reload} />
      )}
      {answer.status === 'open' && <Changes comparison={answer.value} />}
    </section>
  );
};

const Changes = ({ comparison: { changes, unchanged, from, to } }: { comparison: PlanComparison }) => {
  const { t } = useTranslation();
  const [hidden, setHidden] = useState<readonly PlanChange['kind'][]>([]);
  const shown = changes.filter(({ kind }) => !hidden.includes(kind));
  if (changes.length === 0) return <p className="hy-waiting">{t('regionalPlan.noChanges')}</p>;
  return (
    <>
      <div className="hy-plan-kinds">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="hy-plan-kind"
            data-change={kind}
            aria-pressed={!hidden.includes(kind)}
            onClick={() =>
              setHidden(hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind])
            }
          >
            {t(`regionalPlan.${kind}`, { n: changes.filter((one) => one.kind === kind).length })}
          </button>
        ))}
        <span>{t('regionalPlan.unchanged', { n: unchanged })}</span>
      </div>
      {shown.length === 0 ? (
        <p className="hy-waiting">{t('regionalPlan.noneOfKind')}</p>
      ) : (
        <div className="hy-plan-changes">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('regionalPlan.object')}</th>
                <th scope="col">{t('regionalPlan.field')}</th>
                <th scope="col">
                  {t('regionalPlan.compareFrom')} · {from.on}
                </th>
                <th scope="col">
                  {t('regionalPlan.compareTo')} · {to.on}
                </th>
              </tr>
            </thead>
            {shown.map((change) => (
              <ChangeRows key={`${change.kind} ${change.object}`} change={change} />
            ))}
          </table>
        </div>
      )}
    </>
  );
};

/** The text, with what the other side has not underlined and bold. */
const FieldText = ({ text, other }: { text: string; other: string | null }) =>
  differingParts(text, other).map(({ at, text: part, differs }) =>
    differs ? <mark key={at}>{part}</mark> : <span key={at}>{part}</span>,
  );

const ChangeRows = ({ change: { kind, title, chapter, fields } }: { change: PlanChange }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const rows = Math.max(1, fields.length);
  const sign = { added: '+', gone: '−', changed: '≠' }[kind];
  const head = (
    <th scope="rowgroup" rowSpan={rows}>
      <span className="hy-plan-change" data-change={kind}>
        <span aria-hidden="true">{sign}</span> {t(`regionalPlan.change${kind}`)}
      </span>
      <span>{title[language]}</span>
      <small>{CHAPTER_WORDS[chapter][language]}</small>
    </th>
  );
  if (fields.length === 0)
    return (
      <tbody>
        <tr>
          {head}
          <td colSpan={3}>{t(`regionalPlan.change${kind}`)}</td>
        </tr>
      </tbody>
    );
  return (
    <tbody>
      {fields.map(({ key, before, after }, i) => (
        <tr key={key}>
          {i === 0 && head}
          <td>{FIELD_WORDS[key][language]}</td>
          {[before, after].map((value, side) => (
            <td key={side === 0 ? 'before' : 'after'} data-tone={value === null ? 'missing' : undefined}>
              {value ? (
                <FieldText text={value[language]} other={(side === 0 ? after : before)?.[language] ?? null} />
              ) : (
                t('regionalPlan.missing')
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
};
