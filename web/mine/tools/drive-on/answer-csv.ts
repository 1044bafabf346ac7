import type { TFunction } from 'i18next';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import type { MineDriveOn } from '../../../../domain/drive-on/answer-mine.ts';
import { AIM_KEYS } from './fan-table.tsx';
import { reasonText } from './reason-words.ts';

type Cell = string | number | null;

/** RFC 4180; with a byte order mark, without which spreadsheets take Chinese for something else. */
const csv = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

const cellText = (cell: Cell): string => {
  const text = cell === null ? '' : String(cell);
  // A cell that a spreadsheet would take for a formula stays text.
  const safe = typeof cell === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const round = (value: number | null, digits = 3): number | null =>
  value === null ? null : Number(value.toFixed(digits)) + 0;

/** One row a reason; a stretch that may be driven has one row without a reason. */
export const answerCsv = ({ report }: MineDriveOn, t: TFunction): string => {
  const columns = [
    'heading',
    'name',
    'from',
    'to',
    'answer',
    'reason',
    'obstacle',
    'kind',
    'distance',
    'plusMinus',
    'judged',
    'bound',
    'rule',
    'clause',
    'status',
    'evidence',
    'revision',
  ] as const;
  const rows = report.headings.flatMap(({ heading, name, stretches }) =>
    stretches.flatMap(({ from, to, answer, reasons, unproven }) => {
      const head: Cell[] = [heading, name, round(from), round(to), t(`driveOn.${answer}`)];
      if (reasons.length === 0) return [[...head, ...Array<Cell>(11).fill(null), report.revision]];
      return reasons.map((reason): Cell[] => {
        const { obstacle, distance, plusMinus, judged, bound, rule } = reason;
        const inferred = unproven.find((one) => one.obstacle === obstacle?.id);
        return [
          ...head,
          reasonText(reason, report.surveyKnown, t),
          obstacle?.id ?? null,
          obstacle ? t(`driveOn.kind.${obstacle.kind}`) : null,
          round(distance),
          round(plusMinus?.metres ?? null),
          round(judged),
          bound,
          rule?.id ?? null,
          rule?.clause ?? null,
          rule?.status ?? null,
          inferred ? inferred.methods.map((method) => t(`driveOn.method.${method}`)).join('+') : null,
          report.revision,
        ];
      });
    }),
  );
  return csv([columns.map((column) => t(`driveOn.column.${column}`)), ...rows]);
};

/** One row a proposed hole. */
export const holesCsv = ({ report }: MineDriveOn, facts: DrivingFacts, t: TFunction): string => {
  const nameOf = (id: string): string => facts.obstacles.find((one) => one.id === id)?.name ?? id;
  const head = [
    t('driveOn.column.heading'),
    t('driveOn.column.face'),
    t('driveOn.hole'),
    t('driveOn.aim'),
    t('driveOn.azimuth'),
    t('driveOn.dip'),
    t('driveOn.holeLength'),
    t('driveOn.proves'),
    t('driveOn.column.pierces'),
    t('driveOn.column.rule'),
    t('driveOn.column.clause'),
    t('driveOn.column.status'),
    t('driveOn.column.revision'),
  ];
  const rows = report.headings.flatMap(({ heading, fan }) =>
    (fan?.holes ?? []).map((hole): Cell[] => [
      heading,
      round(fan!.face),
      hole.number,
      t(AIM_KEYS[hole.aim]),
      round(hole.azimuth, 2),
      round(hole.dip, 2),
      round(hole.length, 2),
      hole.proves.map(nameOf).join(t('driveOn.comma')),
      hole.pierces
        .map(({ obstacle, at }) =>
          t('driveOn.holePierces', { at: at.toFixed(1), obstacle: nameOf(obstacle) }),
        )
        .join(t('driveOn.comma')),
      fan!.rule.id,
      fan!.rule.clause,
      fan!.rule.status,
      report.revision,
    ]),
  );
  return csv([head, ...rows]);
};
