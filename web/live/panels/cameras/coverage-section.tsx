import { CheckOutlined, CloseOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { Coverage, CoverageCount, JudgedRule } from '../../../../domain/cameras/coverage.ts';
import { KEY_PLACE_KINDS } from '../../../../domain/contracts/live/live-manifest.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { RuleSource } from '../../alarms/rule-source.tsx';

/** Whole per cent, rounded down: 99.6 % is not all of them. */
const percentText = (percent: number | null): string =>
  percent === null ? '—' : `${formatNumber(Math.floor(percent + 1e-9), { integer: true })}%`;

/** Seen by working cameras (full), by failing ones (hatched), the rest empty; marks stand where rules ask. */
const CoverageBar = ({ count, rules }: { count: CoverageCount; rules: readonly JudgedRule[] }) => (
  <div className="hy-coverage-bar" aria-hidden="true">
    <i className="hy-coverage-working" style={{ width: `${count.workingPercent ?? 0}%` }} />
    <i
      className="hy-coverage-installed"
      style={{ width: `${(count.installedPercent ?? 0) - (count.workingPercent ?? 0)}%` }}
    />
    {rules.map(({ rule }) => (
      <b key={rule.id} style={{ left: `${Math.min(100, rule.percent)}%` }} />
    ))}
  </div>
);

const RuleRow = ({ judged }: { judged: JudgedRule }) => {
  const { t } = useTranslation();
  const { rule, met } = judged;
  const [Icon, word] =
    met === null
      ? ([MinusOutlined, 'cameras.nothingToMeet'] as const)
      : met
        ? ([CheckOutlined, 'cameras.met'] as const)
        : ([CloseOutlined, 'cameras.notMet'] as const);
  return (
    <li className="hy-coverage-rule" data-rule={rule.id} data-met={met ?? 'none'}>
      <span>{t('cameras.required', { percent: rule.percent })}</span>
      <span className="hy-coverage-verdict">
        <Icon aria-hidden="true" /> {t(word)}
      </span>
      <span className="hy-quiet">
        <RuleSource {...rule} />
        {rule.note && (
          <>
            {' · '}
            <span lang="en">{rule.note}</span>
          </>
        )}
      </span>
    </li>
  );
};

const Group = ({ of, coverage }: { of: 'key-places' | 'main-work-places'; coverage: Coverage }) => {
  const { t } = useTranslation();
  const count = of === 'key-places' ? coverage.allKeyPlaces : coverage.mainWorkPlaces;
  const rules = coverage.rules.filter(({ rule }) => rule.of === of);
  return (
    <div className="hy-coverage-group" data-coverage={of}>
      <p className="hy-coverage-head">
        <span>{t(of === 'key-places' ? 'cameras.ofKeyPlaces' : 'cameras.ofMainWorkPlaces')}</span>
        <strong>{percentText(count.workingPercent)}</strong>
      </p>
      <CoverageBar count={count} rules={rules} />
      <p className="hy-coverage-counts hy-quiet">
        <span>{t('cameras.working', { seen: count.seen, total: count.total })}</span>
        <span>
          {t('cameras.installed', { percent: percentText(count.installedPercent).replace('%', '') })}
        </span>
      </p>
      <ul>
        {rules.map((judged) => (
          <RuleRow key={judged.rule.id} judged={judged} />
        ))}
      </ul>
    </div>
  );
};

/** How much of what must be seen is seen, held against the county's rules, and the nine kinds of key place. */
export const CoverageSection = ({ coverage }: { coverage: Coverage }) => {
  const { t } = useTranslation();
  return (
    <section className="hy-live-section" aria-label={t('cameras.coverage')}>
      <h3>{t('cameras.coverage')}</h3>
      <Group of="key-places" coverage={coverage} />
      <Group of="main-work-places" coverage={coverage} />
      {coverage.rules.length === 0 && <p className="hy-quiet">{t('cameras.noRules')}</p>}
      <details className="hy-kinds">
        <summary>{t('cameras.kinds')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('cameras.kind')}</th>
              <th scope="col">{t('cameras.total')}</th>
              <th scope="col">{t('cameras.seen')}</th>
              <th scope="col" title={t('cameras.failingHint')}>
                {t('cameras.failing')}
              </th>
              <th scope="col">{t('cameras.blind')}</th>
              <th scope="col" title={t('cameras.unknownHint')}>
                {t('cameras.unknown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {KEY_PLACE_KINDS.map((kind) => {
              const count = coverage.byKind[kind];
              const failing = count.failing + count.obstructed;
              return (
                <tr key={kind} data-kind={kind} data-empty={count.total === 0}>
                  <th scope="row">{t(`keyPlaceKind.${kind}`)}</th>
                  <td>{count.total}</td>
                  <td>{count.seen}</td>
                  <td data-bad={failing > 0}>{failing}</td>
                  <td data-bad={count.blind > 0}>{count.blind}</td>
                  <td data-bad={count.unknown > 0}>{count.unknown}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </details>
    </section>
  );
};
