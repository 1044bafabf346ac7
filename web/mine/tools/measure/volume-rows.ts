import type { TFunction } from 'i18next';
import type { Language } from '../../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { BODY_ORDER, BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import type { BlockContent } from '../../../../domain/measure/block-content.ts';
import type { VolumeBetween } from '../../../../domain/measure/volume-between.ts';
import { type MeasureRow, unitWriter } from './measure-rows.ts';
import type { MeasureSubject } from './measure-subject.ts';

type Survey = Pick<Catalog['survey'], 'units'>;

const percent = (part: number, whole: number): string =>
  whole > 0 ? ((100 * part) / whole).toFixed(1) : '0.0';
/** Shares smaller than this are rounding, not something that is not known. */
const SHARE = 1e-6;

export const betweenRows = (volume: VolumeBetween, survey: Survey, t: TFunction): MeasureRow[] => {
  const write = unitWriter(survey, t);
  const { above, below, area, unknown, unknownTop, unknownBase, deviationAtMost } = volume;
  const none = unknown > area * (1 - SHARE);
  const rows: MeasureRow[] = [
    none
      ? {
          id: 'between',
          name: t('measure.between'),
          value: null,
          unit: '',
          warning: t('measure.allUnknown'),
        }
      : { id: 'between', name: t('measure.between'), ...write.volume(above), main: true },
  ];
  if (below > 0) rows.push({ id: 'reversed', name: t('measure.reversed'), ...write.volume(below) });
  rows.push({ id: 'footprint', name: t('measure.footprint'), ...write.area(area) });
  if (unknown > area * SHARE && !none)
    rows.push({
      id: 'unknown',
      name: t('measure.unknownShare'),
      ...write.area(unknown),
      warning: t('measure.unknownOf', {
        percent: percent(unknown, area),
        top: percent(unknownTop, area),
        base: percent(unknownBase, area),
      }),
    });
  if (deviationAtMost > 0)
    rows.push({
      id: 'deviation',
      name: t('measure.deviation'),
      value: `± ${write.volume(deviationAtMost).value}`,
      unit: write.volume(0).unit,
      hint: t('measure.deviationHint'),
    });
  return rows;
};

/** Bodies of a kind written out by name; the others are summed up, never left out without a word. */
const MOST_BODIES = 4;

export const blockRows = (
  content: BlockContent,
  { model, bodies, ground }: Pick<MeasureSubject, 'model' | 'bodies' | 'ground'>,
  survey: Survey,
  language: Language,
  t: TFunction,
): MeasureRow[] => {
  const write = unitWriter(survey, t);
  const { total, air, unknown, units, open } = content;
  const rows: MeasureRow[] = [{ id: 'total', name: t('measure.total'), ...write.volume(total), main: true }];
  if (!model && !ground)
    rows.push({
      id: 'unknown',
      name: t('measure.unknownRock'),
      ...write.volume(unknown),
      warning: t('measure.noGround'),
    });
  else {
    if (air > total * SHARE) rows.push({ id: 'air', name: t('measure.air'), ...write.volume(air) });
    for (const { unit, volume } of units)
      rows.push({
        id: `unit-${unit}`,
        name: model!.units[unit]!.name[language],
        ...write.volume(volume),
        hint: t('measure.strataHint'),
      });
    if (unknown > total * SHARE)
      rows.push({
        id: 'unknown',
        name: t('measure.unknownRock'),
        ...write.volume(unknown),
        warning: t('measure.unknownRockShare', { percent: percent(unknown, total) }),
      });
  }
  const kinds = Map.groupBy(content.bodies, ({ body }) => bodies[body]!.kind);
  for (const kind of BODY_ORDER.toReversed()) {
    const met = kinds.get(kind)?.sort((a, b) => b.volume - a.volume) ?? [];
    if (met.length === 0) continue;
    const sum = (of: typeof met): number => of.reduce((total, { volume }) => total + volume, 0);
    rows.push({
      id: `kind-${kind}`,
      name: t('measure.bodiesOf', { kind: BODY_STYLES[kind].name[language], n: met.length }),
      ...write.volume(sum(met)),
      hint: t('measure.bodiesHint'),
      head: true,
    });
    for (const { body, volume } of met.slice(0, MOST_BODIES))
      rows.push({ id: `body-${body}`, name: bodies[body]!.name[language], ...write.volume(volume) });
    const others = met.slice(MOST_BODIES);
    if (others.length > 0)
      rows.push({
        id: `others-${kind}`,
        name: t('measure.andMore', { n: others.length }),
        ...write.volume(sum(others)),
      });
  }
  if (content.bodies.length === 0)
    rows.push({
      id: 'bodies',
      name: t('measure.bodies'),
      value: null,
      unit: '',
      warning: t('measure.noBodies'),
    });
  if (open.length > 0)
    rows.push({
      id: 'open',
      name: t('measure.bodies'),
      value: null,
      unit: '',
      warning: t('measure.open', { n: open.length }),
    });
  return rows;
};
