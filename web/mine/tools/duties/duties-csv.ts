import type { TFunction } from 'i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { HOT_WORK_CLASSES } from '../../../../domain/contracts/hot-work.ts';
import type { DutyKind } from '../../../shell/view-state.ts';
import { type Cell, csvText, rounded } from '../csv-text.ts';
import type { OpenDuties } from './duties-store.ts';
import { singleRoadways } from './single-roadways.ts';
import type { WaysFrom } from './ways-from.ts';

const COLUMNS = ['what', 'subject', 'value', 'unit', 'bound', 'answer', 'rule', 'clause', 'status'] as const;

interface RuleRef {
  readonly id: string;
  readonly clause: string;
  readonly status: string;
}
interface Row {
  readonly what: string;
  readonly subject?: string | null;
  readonly value?: number | null;
  readonly unit?: string;
  readonly bound?: number | string | null;
  readonly answer?: string;
  readonly rule?: RuleRef;
}

/** One duty as a table: a row a finding, with what it is held against; the day and the data it rests on in each. */
export const dutiesCsv = (
  duty: Exclude<DutyKind, 'due'>,
  open: OpenDuties,
  ways: WaysFrom | null,
  t: TFunction,
  language: Language,
): string => {
  const rows =
    duty === 'coverage'
      ? coverageRows(open, t)
      : duty === 'escape'
        ? [...escapeRows(open, t), ...wayRows(ways, t)]
        : duty === 'hot-work'
          ? hotWorkRows(open, t)
          : rightRows(open, t, language);
  const head = [...COLUMNS, 'day', 'revision'] as const;
  return csvText([
    head.map((column) => t(`duties.column.${column}`)),
    ...rows.map(({ what, subject, value, unit, bound, answer, rule }): Cell[] => [
      what,
      subject ?? null,
      rounded(value ?? null),
      unit ?? null,
      bound ?? null,
      answer ?? null,
      rule?.id ?? null,
      rule?.clause ?? null,
      rule?.status ?? null,
      open.duties.today,
      open.facts.inputHash,
    ]),
  ]);
};

const coverageRows = ({ duties }: OpenDuties, t: TFunction): Row[] =>
  (duties.coverage ?? []).flatMap(({ share, coveredArea, plannedArea, plannedYears, gaps, scopes }) => {
    const [scope] = scopes;
    if (!scope) return [];
    const { rule, years, due, daysLeft } = scope;
    return [
      { what: t('duties.csvPlannedYears'), value: plannedYears, unit: 'a', bound: years, rule },
      { what: t('duties.csvPlanned'), value: plannedArea, unit: 'm²', rule },
      { what: t('duties.csvCovered'), value: coveredArea, unit: 'm²', bound: plannedArea, rule },
      {
        what: t('duties.csvShare'),
        value: share === null ? null : share * 100,
        unit: '%',
        ...(share === null ? { answer: t('duties.unknownAnswer') } : {}),
        rule,
      },
      ...gaps.map(({ area }, i) => ({
        what: t('duties.csvGap'),
        subject: `${i + 1}`,
        value: area,
        unit: 'm²',
        rule,
      })),
      { what: t('duties.csvDays'), value: daysLeft, unit: 'd', bound: due, rule },
    ];
  });

const escapeRows = ({ duties: { escape: report }, network }: OpenDuties, t: TFunction): Row[] => {
  if (!report || !network) return [];
  return [
    { what: t('duties.csvExits'), value: report.exits.length },
    ...report.findings.map(
      ({ rule, check, answer, measured, bound, unit, subjects, missing }): Row => ({
        what: check,
        subject: [...subjects, ...(missing === null ? [] : [t('duties.missing', { missing })])].join('; '),
        value: measured,
        unit,
        bound,
        answer: t(answer === 'unknown' ? 'duties.unknownAnswer' : `duties.${answer}`),
        rule,
      }),
    ),
    ...singleRoadways(report, network).map(
      ({ name, length, ways, cut }): Row => ({
        what: t('duties.csvSingle', { ways }),
        subject: cut ? `${name} (${t('duties.escapeHangs', { name: cut })})` : name,
        value: length,
        unit: 'm',
      }),
    ),
  ];
};

const wayRows = (found: WaysFrom | null, t: TFunction): Row[] =>
  (found?.ways ?? []).flatMap(({ exit, roadways }, i) =>
    roadways.map(({ name, length }) => ({
      what: t('duties.csvWay', { n: i + 1, from: found!.name, exit }),
      subject: name,
      value: length,
      unit: 'm',
    })),
  );

const hotWorkRows = ({ duties: { hotWork }, network, places }: OpenDuties, t: TFunction): Row[] => {
  if (!hotWork) return [];
  const { rule } = hotWork;
  const edges = new Map((network?.edges ?? []).map((edge) => [edge.id, edge]));
  const named = new Map(places.map(({ id, name }) => [id, name]));
  const classText = (one: (typeof HOT_WORK_CLASSES)[number] | null): string =>
    one === null ? t('duties.hotUnknown') : t('duties.hotClass', { class: one });
  return [
    ...hotWork.stretches.map(
      ({ edge, from, to, class: one, reason }): Row => ({
        what: t(`duties.hotReason.${reason}`),
        subject: `${edges.get(edge)?.name ?? edge} (${edge}, ${from.toFixed(1)}–${to.toFixed(1)} m)`,
        value: to - from,
        unit: 'm',
        answer: classText(one),
        rule,
      }),
    ),
    ...hotWork.places.map(
      ({ place, class: one, reason }): Row => ({
        what: t(`duties.hotReason.${reason}`),
        subject: named.get(place) ?? place,
        answer: classText(one),
        rule,
      }),
    ),
  ];
};

const rightRows = ({ duties }: OpenDuties, t: TFunction, language: Language): Row[] => [
  ...(duties.outside ?? []).flatMap(({ name, featureId, beyondInPlan, otherHeights, volume }): Row[] => {
    const subject = `${name[language]} (${featureId})`;
    return [
      { what: t('duties.csvBeyond'), subject, value: beyondInPlan, unit: 'm³', bound: rounded(volume) },
      { what: t('duties.csvHeights'), subject, value: otherHeights, unit: 'm³', bound: rounded(volume) },
    ];
  }),
  ...duties.unmeasured.map(({ featureId }) => ({
    what: t('duties.csvUnmeasured'),
    subject: featureId,
    answer: t('duties.unknownAnswer'),
  })),
];
