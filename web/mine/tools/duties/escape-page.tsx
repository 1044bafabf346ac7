import { useTranslation } from 'react-i18next';
import type { LayoutFinding } from '../../../../domain/contracts/escape.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { setView } from '../../../shell/view-store.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import type { OpenDuties } from './duties-store.ts';
import { RuleLine } from './rule-line.tsx';
import { singleRoadways } from './single-roadways.ts';
import type { WaysFrom } from './ways-from.ts';
import { WaysList } from './ways-list.tsx';

/** More rows are read by nobody; the scene shows all. */
const MOST_ROWS = 30;

const metres = (value: number): string => formatNumber(value, { decimals: 0, unit: 'm' }) ?? '?';

const CHECK_TEXTS = {
  'exit-count': 'duties.exitCount',
  'exit-spacing': 'duties.exitSpacing',
  'exit-wing': 'duties.exitWing',
  'producing-levels': 'duties.producingLevels',
} as const satisfies Partial<Record<LayoutFinding['check'], string>>;

interface Props {
  readonly open: OpenDuties;
  /** Id of the place or roadway whose ways out are shown; null: none. */
  readonly from: string | null;
  readonly ways: WaysFrom | null;
}

/** Ways to the surface: exits, two ways of a chosen place, what hangs on one way, and what the rules on the layout say. */
export const EscapePage = ({ open, from, ways: found }: Props) => {
  const { t } = useTranslation();
  const report = open.duties.escape;
  if (!report || !open.network) return <p>{t('duties.escapeNone')}</p>;
  const rows = singleRoadways(report, open.network);
  return (
    <>
      <p>
        {report.exits.length === 0
          ? t('duties.escapeNoExits')
          : t('duties.escapeExits', { n: report.exits.length })}
      </p>
      {report.findings.length === 0 && <p>{t('duties.noRules')}</p>}
      {report.findings.map((finding) => (
        <Finding key={`${finding.rule.id} ${finding.subjects.join(' ')}`} finding={finding} />
      ))}
      <WaysList open={open} from={from} found={found} />
      <h3>
        {rows.length === 0 && report.exits.length > 0
          ? t('duties.escapeAll')
          : t('duties.escapeSingle', { length: metres(report.singleLength) })}
      </h3>
      <ul className="hy-duties-list">
        {rows.slice(0, MOST_ROWS).map(({ roadway, name, length, ways, cut, at }) => (
          <li key={roadway}>
            <button
              type="button"
              aria-pressed={roadway === from}
              onClick={() => {
                setView({ wayFrom: roadway });
                flyBesidePanel(at, length);
              }}
            >
              <span>{t('duties.escapeWay', { name, length: metres(length), ways })}</span>
              {cut && <span className="hy-duties-quiet">{t('duties.escapeHangs', { name: cut })}</span>}
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST_ROWS && <p>{t('duties.escapeMore', { n: rows.length - MOST_ROWS })}</p>}
    </>
  );
};

const Finding = ({ finding }: { finding: LayoutFinding }) => {
  const { t } = useTranslation();
  const { rule, check, answer, measured, bound, unit, subjects, missing, onlyIf } = finding;
  const named = subjects.join(t('driveOn.comma')) || t('app.unknown');
  const what =
    check in CHECK_TEXTS ? t(CHECK_TEXTS[check as keyof typeof CHECK_TEXTS], { subjects: named }) : check;
  return (
    <section data-finding={rule.id} data-answer={answer}>
      <p className={answer === 'denied' ? undefined : 'hy-duties-wrong'}>
        <strong>{t(answer === 'unknown' ? 'duties.unknownAnswer' : `duties.${answer}`)}</strong> {what}
        {measured !== null &&
          ` · ${t('duties.measured', {
            measured: formatNumber(measured, { decimals: unit === 'm' ? 1 : 0 }) ?? '?',
            unit: unit === 'm' ? 'm' : '',
            bound,
          })}`}
        {onlyIf !== null &&
          ` · ${t('duties.onlyIf', {
            sizes: onlyIf.map((size) => t(`mineSize.${size}`)).join(t('driveOn.comma')),
          })}`}
        {missing !== null &&
          onlyIf === null &&
          ` · ${t('duties.missing', { missing: t(`layoutGap.${missing}`) })}`}
      </p>
      <RuleLine rule={rule} />
    </section>
  );
};
