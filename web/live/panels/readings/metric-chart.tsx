import { Segmented, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetupDevice } from '../../../../domain/contracts/live/setup.ts';
import type { Trend } from '../../../../domain/contracts/live/trend.ts';
import type { TextKey } from '../../../i18n/i18n.ts';
import { unitSign } from '../../../shell/format-number.ts';
import { useLive } from '../../live-store.ts';
import { TrendChart } from '../../trend/trend-chart.tsx';
import { roundedSpan, trendName, useTrends } from '../../trend/use-trend.ts';
import { COMPARISON, type ReadingBound, type ReadingRow } from './reading-rows.ts';

const HOURS = [1, 8, 24, 168] as const;
const POINTS = 400;
const LINE_COLOUR = '#2a9d8f';
const BOUND_COLOUR = '#c8553d';

/** Curves of one device's numbers over the hours before the moment shown, with their bounds. */
export const MetricChart = ({
  mine,
  device,
  rows,
}: {
  mine: string;
  device: SetupDevice;
  rows: readonly ReadingRow[];
}) => {
  const { t } = useTranslation();
  const now = useLive((state) => state.now) ?? 0;
  const [hours, setHours] = useState<number>(8);
  const numeric = rows.filter(({ unit }) => unit !== 'bool');
  const question = {
    mine,
    device: device.id,
    metrics: numeric.map(({ metric }) => metric),
    ...roundedSpan(now - hours * 3_600_000, now, POINTS),
  };
  const answer = useTrends(numeric.length > 0 ? [question] : []).get(trendName(question));
  if (numeric.length === 0) return null;
  return (
    <div className="hy-metric-charts">
      <Segmented
        size="small"
        aria-label={t('readings.hours')}
        value={hours}
        options={HOURS.map((value) => ({ value, label: value < 48 ? `${value} h` : `${value / 24} d` }))}
        onChange={setHours}
      />
      {answer === undefined || answer.status === 'loading' ? (
        <Spin size="small" />
      ) : answer.status === 'failed' || answer.trend.time.length === 0 ? (
        <p className="hy-quiet">{t('readings.noTrend')}</p>
      ) : (
        numeric.map((row, i) => (
          <OneMetric key={row.metric} row={row} trend={answer.trend} at={i} hours={hours} span={question} />
        ))
      )}
    </div>
  );
};

interface OneMetricProps {
  readonly row: ReadingRow;
  readonly trend: Trend;
  /** Its column in the trend. */
  readonly at: number;
  readonly hours: number;
  readonly span: { readonly from: number; readonly to: number };
}

const OneMetric = ({ row, trend, at, hours, span }: OneMetricProps) => {
  const { t } = useTranslation();
  const name = t(`metric.${row.metric.replace('.', '-')}` as TextKey);
  const lines = useMemo(
    () => [{ label: name, colour: LINE_COLOUR, values: trend.values[at] ?? [] }],
    [name, trend, at],
  );
  const bounds = useBounds(row);
  const zone = useLive((state) => state.setup?.timeZone) ?? '+08:00';
  return (
    <figure>
      <figcaption>{t('readings.chart', { metric: name, hours })}</figcaption>
      <TrendChart
        label={name}
        time={trend.time}
        lines={lines}
        bounds={bounds}
        unit={unitSign(row.unit)}
        span={span}
        zone={zone}
        height={110}
      />
    </figure>
  );
};

/** The rows are made anew with every reading, their bounds are the same: the chart need not be drawn for that. */
const useBounds = ({ bounds }: ReadingRow) => {
  const key = JSON.stringify(bounds.map(({ threshold: { op, value, unit } }) => ({ op, value, unit })));
  return useMemo(
    () =>
      (JSON.parse(key) as Pick<ReadingBound, 'op' | 'value' | 'unit'>[]).map(({ op, value, unit }) => ({
        value,
        label: `${COMPARISON[op]} ${value} ${unitSign(unit)}`,
        colour: BOUND_COLOUR,
      })),
    [key],
  );
};
