import type { TFunction } from 'i18next';
import type { DrivingFacts } from '../../../../domain/contracts/driving-facts.ts';
import type { MineDriveOn } from '../../../../domain/drive-on/answer-mine.ts';
import { type Cell, csvText, rounded } from '../csv-text.ts';
import { AIM_KEYS } from './fan-table.tsx';
import { reasonText } from './reason-words.ts';

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
      const head: Cell[] = [heading, name, rounded(from), rounded(to), t(`driveOn.${answer}`)];
      if (reasons.length === 0) return [[...head, ...Array<Cell>(11).fill(null), report.revision]];
      return reasons.map((reason): Cell[] => {
        const { obstacle, distance, plusMinus, judged, bound, rule } = reason;
        const inferred = unproven.find((one) => one.obstacle === obstacle?.id);
        return [
          ...head,
          reasonText(reason, report.surveyKnown, t),
          obstacle?.id ?? null,
          obstacle ? t(`driveOn.kind.${obstacle.kind}`) : null,
          rounded(distance),
          rounded(plusMinus?.metres ?? null),
          rounded(judged),
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
  return csvText([columns.map((column) => t(`driveOn.column.${column}`)), ...rows]);
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
      rounded(fan!.face),
      hole.number,
      t(AIM_KEYS[hole.aim]),
      rounded(hole.azimuth, 2),
      rounded(hole.dip, 2),
      rounded(hole.length, 2),
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
  return csvText([head, ...rows]);
};
