import {
  AimOutlined,
  ArrowDownOutlined,
  ArrowUpOutlined,
  MinusOutlined,
  QuestionOutlined,
  WarningFilled,
} from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '../../../i18n/i18n.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { formatNumber, unitSign } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { selectLive } from '../../live-context.ts';
import { useLive } from '../../live-store.ts';
import { durationText } from '../../moment-text.ts';
import { SourceText } from '../../source-text.tsx';
import { type Direction, direction } from '../../trend/direction.ts';
import { type TrendAnswers, trendName } from '../../trend/use-trend.ts';
import { MetricChart } from './metric-chart.tsx';
import { COMPARISON, type DeviceReadings, type ReadingBound, type ReadingRow } from './reading-rows.ts';

const DIRECTIONS: Readonly<Record<Direction, { icon: ComponentType; text: TextKey }>> = {
  rising: { icon: ArrowUpOutlined, text: 'readings.rising' },
  falling: { icon: ArrowDownOutlined, text: 'readings.falling' },
  steady: { icon: MinusOutlined, text: 'readings.steady' },
  unknown: { icon: QuestionOutlined, text: 'readings.trendUnknown' },
};

/** Digits after the point worth showing; what is not listed has two. */
const DECIMALS: Readonly<Record<string, number>> = { ppm: 1, 'm3/h': 1, kW: 0, 't/h': 0 };

interface DeviceRowsProps {
  readonly mine: string;
  readonly readings: DeviceReadings;
  readonly trends: TrendAnswers;
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** One device: each metric on a line, and when opened the curves of its last hours. */
export const DeviceRows = ({ mine, readings, trends, open, onOpen }: DeviceRowsProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const view = useSession((session) => session.view);
  const selected = useLive((state) => state.selected);
  const { device, rows, over } = readings;
  const metrics = rows.map(({ metric }) => metric);
  const answer = trends.get(trendName({ mine, device: device.id, metrics }));
  const trend = answer?.status === 'open' ? answer.trend : null;
  return (
    <article
      className="hy-device"
      data-device={device.id}
      data-over={over}
      data-selected={selected?.type === 'device' && selected.id === device.id}
    >
      <header>
        <button
          type="button"
          className="hy-link"
          aria-expanded={open}
          onClick={() => {
            onOpen();
            selectLive({ type: 'device', id: device.id });
          }}
        >
          {device.name[language]}
        </button>
        <Tooltip title={t('readings.fly')}>
          <Button
            type="text"
            size="small"
            icon={<AimOutlined />}
            aria-label={`${t('readings.fly')}: ${device.name[language]}`}
            onClick={() => view?.live.flyToEntity({ type: 'device', id: device.id })}
          />
        </Tooltip>
      </header>
      <dl>
        {rows.map((row, i) => (
          <MetricRow
            key={row.metric}
            row={row}
            direction={trend ? direction(trend.time, trend.values[i] ?? []) : 'unknown'}
          />
        ))}
      </dl>
      {open && <MetricChart mine={mine} device={device} rows={rows} />}
    </article>
  );
};

const MetricRow = ({ row, direction: going }: { row: ReadingRow; direction: Direction }) => {
  const { t } = useTranslation();
  const { reading, unit, bounds, age, old } = row;
  const { icon: Icon, text } = DIRECTIONS[going];
  const worst = bounds[0];
  const value =
    reading === null
      ? t('app.unknown')
      : typeof reading.value === 'boolean'
        ? t(reading.value ? 'app.yes' : 'app.no')
        : `${formatNumber(reading.value, { decimals: DECIMALS[unit] ?? 2 })} ${unitSign(unit)}`;
  return (
    <div className="hy-metric" data-metric={row.metric} data-over={worst?.over ?? false} data-old={old}>
      <dt>{t(metricKey(row.metric))}</dt>
      <dd>
        <span className="hy-value" data-unknown={reading === null}>
          {value}
        </span>
        {unit !== 'bool' && reading !== null && (
          <Tooltip title={t(text)}>
            <span className="hy-direction" role="img" aria-label={t(text)}>
              <Icon />
            </span>
          </Tooltip>
        )}
        <span className="hy-age">
          {age === null ? t('readings.never') : t('readings.age', { age: durationText(age / 1000, t) })}
          {old && <strong> {t('readings.old')}</strong>}
        </span>
        {bounds.map(({ threshold, over }) => (
          <Tooltip key={threshold.id} title={<BoundSource threshold={threshold} />}>
            <span className="hy-bound" data-bound={threshold.id}>
              {over && (
                <strong>
                  <WarningFilled /> {t('readings.over')}{' '}
                </strong>
              )}
              {t('readings.bound', {
                ...threshold,
                unit: unitSign(threshold.unit),
                op: COMPARISON[threshold.op],
              })}
            </span>
          </Tooltip>
        ))}
      </dd>
    </div>
  );
};

const BoundSource = ({ threshold: { jurisdiction, clause } }: { threshold: ReadingBound }) => (
  <>
    <SourceText text={jurisdiction} /> <SourceText text={clause} />
  </>
);

/** `water.level` is named by `metric.water-level`: a point would be a step in the texts. */
const metricKey = (metric: string): TextKey => `metric.${metric.replace('.', '-')}` as TextKey;
