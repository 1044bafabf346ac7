import type { Trend } from '../../../../domain/contracts/live/trend.ts';
import type { DisplacementSeries } from '../../../../domain/slopes/displacement-series.ts';
import type { FailureForecast } from '../../../../domain/slopes/failure-forecast.ts';
import type { ChartLine } from '../../trend/trend-chart.tsx';

/** What the station's charts draw. */
export interface ChartData {
  /** ms. */
  readonly time: readonly number[];
  readonly lines: readonly ChartLine[];
}

const COLOURS = {
  east: '#c8553d',
  north: '#2a9d8f',
  up: '#7b6fd0',
  rain: '#5b8def',
  inverse: '#c8553d',
} as const;
const DAY_MS = 86_400_000;

export const movedLines = (
  series: DisplacementSeries,
  lineOfSight: boolean,
  names: { east: string; north: string; up: string; lineOfSight: string },
): ChartData => ({
  time: [...series.time],
  lines: lineOfSight
    ? [{ label: names.lineOfSight, colour: COLOURS.east, values: [...series.east] }]
    : [
        { label: names.east, colour: COLOURS.east, values: [...series.east] },
        { label: names.north, colour: COLOURS.north, values: [...series.north], dash: [8, 3] },
        { label: names.up, colour: COLOURS.up, values: [...series.up], dash: [2, 3] },
      ],
});

/** The velocities' inverses as points and the fitted line on to zero, which is the forecast. */
export const inverseLines = (forecast: FailureForecast, name: string, fit: string): ChartData => {
  const { velocities, line, failureAt } = forecast;
  const time = [...velocities.map((velocity) => velocity.time), failureAt];
  const fitted = time.map((ms) => line.intercept + (line.slope * (ms - line.at)) / DAY_MS);
  return {
    time,
    lines: [
      { label: name, colour: COLOURS.inverse, values: [...velocities.map(({ speed }) => 1 / speed), null] },
      { label: fit, colour: COLOURS.up, values: fitted, dash: [6, 4] },
    ],
  };
};

export const rainLine = (trend: Trend, name: string): ChartLine[] => [
  { label: name, colour: COLOURS.rain, values: trend.values[0] ?? [], bars: true },
];
