import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FORECAST_METHOD } from '../../../../domain/slopes/failure-forecast.ts';
import { slopeWarnings } from '../../../../domain/slopes/station-motion.ts';
import { useSession } from '../../../mine/mine-session.ts';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { RuleSource } from '../../alarms/rule-source.tsx';
import { useLive } from '../../live-store.ts';
import { momentText } from '../../moment-text.ts';
import { TrendChart } from '../../trend/trend-chart.tsx';
import { roundedSpan, trendName, useTrends } from '../../trend/use-trend.ts';
import { inverseLines, movedLines, rainLine } from './station-charts.ts';
import type { Station } from './use-stations.ts';

/** One station: how far and how fast, its curves, and the forecast with its uncertainty or the reason for its refusal. */
export const StationDetail = ({ station }: { station: Station }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const view = useSession((session) => session.view);
  const setup = useLive((state) => state.setup);
  const { device, motion, series, lineOfSight } = station;
  const zone = setup?.timeZone ?? '+08:00';
  const { forecast, total, speed, hourly, acceleration } = motion;
  const moved = useMemo(
    () =>
      movedLines(series, lineOfSight, {
        east: t('slopes.east'),
        north: t('slopes.north'),
        up: t('slopes.up'),
        lineOfSight: t('slopes.lineOfSight'),
      }),
    [series, lineOfSight, t],
  );
  const inverse = useMemo(
    () =>
      forecast.kind === 'forecast' ? inverseLines(forecast, t('slopes.inverse'), t('slopes.fit')) : null,
    [forecast, t],
  );
  const over = slopeWarnings(device.id, motion, setup?.thresholds ?? []);
  const slopeThresholds = (setup?.thresholds ?? []).some(({ metric }) => metric.startsWith('slope.'));
  const number = (value: number | undefined, decimals: number): string =>
    value === undefined ? t('slopes.notKnown') : (formatNumber(value, { decimals }) ?? t('slopes.notKnown'));
  return (
    <section className="hy-station" data-station={device.id}>
      <header>
        <h3>{device.name[language]}</h3>
        <Button
          size="small"
          icon={<AimOutlined />}
          onClick={() => view?.live.flyToEntity({ type: 'device', id: device.id })}
        >
          {t('slopes.fly')}
        </Button>
      </header>
      <dl className="hy-pairs">
        <dt>{t('slopes.total')}</dt>
        <dd>
          {number(total?.length, 1)} {t('slopes.millimetre')}
        </dd>
        {!lineOfSight && total && total.azimuth !== null && total.plunge !== null && (
          <>
            <dt>{t('slopes.direction')}</dt>
            <dd>
              {t('slopes.heading', { degrees: Math.round(total.azimuth) })} · {t('slopes.plunge')}{' '}
              {Math.round(total.plunge)}°
            </dd>
          </>
        )}
        <dt>{t('slopes.speed')}</dt>
        <dd>
          {number(speed?.speed.value, 2)} {speed && `± ${number(speed.speed.error, 2)} ${t('slopes.perDay')}`}
          {motion.speedWindowMs !== null && (
            <span className="hy-quiet">
              {' '}
              {t('slopes.window', { days: motion.speedWindowMs / 86_400_000 })}
            </span>
          )}
        </dd>
        {hourly && (
          <>
            <dt>{t('slopes.perHour')}</dt>
            <dd>
              {number(hourly.speedPerHour, 3)} ± {number(hourly.speed.error / 24, 3)}
            </dd>
          </>
        )}
        {acceleration && (
          <>
            <dt>{t('slopes.acceleration')}</dt>
            <dd>
              {number(acceleration.value, 3)} ± {number(acceleration.error, 3)} {t('slopes.perDay2')}
            </dd>
          </>
        )}
        <dt>{t('slopes.lastFix')}</dt>
        <dd>{motion.lastFixAt === null ? t('readings.never') : momentText(motion.lastFixAt, zone)}</dd>
      </dl>
      <TrendChart
        zone={zone}
        label={t('slopes.chartMoved')}
        time={moved.time}
        lines={moved.lines}
        unit={t('slopes.millimetre')}
      />
      <Rain station={station} />
      <h4>{t('slopes.forecast')}</h4>
      {forecast.kind === 'forecast' && inverse ? (
        <div className="hy-forecast" role="alert">
          <p>
            <strong>
              {t('slopes.forecastAt')}: {momentText(forecast.failureAt, zone).slice(0, 16)}
            </strong>
            <br />
            {t('slopes.forecastBetween', {
              from: momentText(forecast.earliest, zone).slice(0, 16),
              to: momentText(forecast.latest, zone).slice(0, 16),
            })}
          </p>
          <TrendChart
            zone={zone}
            label={t('slopes.chartInverse')}
            time={inverse.time}
            lines={inverse.lines}
            unit={t('slopes.inverseUnit')}
          />
        </div>
      ) : (
        forecast.kind === 'refused' && (
          <p className="hy-quiet" data-refusal={forecast.reason}>
            {t(`slopeRefusal.${forecast.reason}`, {
              found: Math.round(forecast.found),
              wanted: FORECAST_METHOD.windows * FORECAST_METHOD.fewestFixesAWindow,
            })}
          </p>
        )
      )}
      <p className="hy-quiet">{t('slopes.forecastNote')}</p>
      <h4>{t('slopes.warnings')}</h4>
      {over.map(({ threshold, value, warning }) => (
        <p key={threshold.id}>
          {warning && (
            <span className="hy-warning" data-warning={warning}>
              {t(`warningLevel.${warning}`)}
            </span>
          )}{' '}
          {t('slopes.over', { value: number(value, 2), bound: threshold.value, unit: threshold.unit })}{' '}
          <RuleSource {...threshold} />
        </p>
      ))}
      {over.length === 0 && (
        <p className="hy-quiet">{slopeThresholds ? t('slopes.noWarning') : t('slopes.noThresholds')}</p>
      )}
    </section>
  );
};

/** Rain beside the movement, on the same time: where the slope has a gauge. */
const Rain = ({ station }: { station: Station }) => {
  const { t } = useTranslation();
  const setup = useLive((state) => state.setup);
  const gauge = setup?.slopes.find(({ stations }) => stations.includes(station.device.id))?.rain;
  const first = station.series.time[0];
  const last = station.series.time.at(-1);
  const asked =
    setup && gauge && first !== undefined && last !== undefined && last > first
      ? { mine: setup.mine, device: gauge, metrics: ['slope.rain'], ...roundedSpan(first, last, 120) }
      : null;
  const answers = useTrends(asked ? [asked] : []);
  const answer = asked ? answers.get(trendName(asked)) : undefined;
  const trend = answer?.status === 'open' ? answer.trend : null;
  const zone = setup?.timeZone ?? '+08:00';
  const lines = useMemo(() => (trend ? rainLine(trend, t('slopes.rain')) : []), [trend, t]);
  if (!trend || trend.time.length === 0) return null;
  return (
    <TrendChart
      zone={zone}
      label={t('slopes.chartRain')}
      time={trend.time}
      lines={lines}
      unit={t('slopes.rainUnit')}
      height={90}
    />
  );
};
