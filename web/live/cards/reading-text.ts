import type { TFunction } from 'i18next';
import { METRICS } from '../../../domain/contracts/live/messages.ts';
import type { Reading } from '../../../domain/contracts/live/viewer.ts';
import type { TextKey } from '../../i18n/i18n.ts';
import { formatNumber, unitSign } from '../../shell/format-number.ts';

/** Metrics that only the card names; the others are named with the readings panel. */
const OWN_NAMES: Readonly<Record<string, TextKey>> = {
  'camera.online': 'deviceMetric.online',
  'camera.obstructed': 'deviceMetric.obstructed',
  'slope.e': 'deviceMetric.east',
  'slope.n': 'deviceMetric.north',
  'slope.u': 'deviceMetric.up',
  'slope.los': 'deviceMetric.los',
};

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(METRICS).flatMap(([kind, metrics]) =>
    Object.entries(metrics).map(([name, unit]) => [`${kind}.${name}`, unit] as const),
  ),
);

/** The text key of a metric's name, `water.level` … */
export const metricNameKey = (metric: string): TextKey =>
  OWN_NAMES[metric] ??
  (UNITS.has(metric) ? (`metric.${metric.replace('.', '-')}` as TextKey) : 'deviceMetric.other');

/** The value with its unit, as the contract fixes it. */
export const readingText = ({ metric, value }: Reading, t: TFunction): string => {
  if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
  const unit = UNITS.get(metric) ?? '';
  const text = formatNumber(value, { unit });
  return text === null ? t('app.unknown') : `${text} ${unitSign(unit)}`;
};
