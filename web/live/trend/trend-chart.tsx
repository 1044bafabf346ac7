import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { useTheme } from '../../shell/preferences.ts';
import { momentText } from '../moment-text.ts';
import './trend.css';

export interface ChartLine {
  readonly label: string;
  readonly colour: string;
  /** As long as the chart's time; null leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Lines of one chart differ by dash as well as by colour. */
  readonly dash?: readonly number[];
  /** Bars from zero, for amounts such as rain. */
  readonly bars?: boolean;
}

/** A level somebody set: drawn across, with its words. */
export interface ChartBound {
  readonly value: number;
  readonly label: string;
  readonly colour: string;
}

interface TrendChartProps {
  /** What it shows, for who cannot see it. */
  readonly label: string;
  /** ms, rising. */
  readonly time: readonly number[];
  readonly lines: readonly ChartLine[];
  readonly bounds?: readonly ChartBound[];
  readonly unit: string;
  /** ms: what was asked for, so that the axis shows all of it, also where little was kept. */
  readonly span?: { readonly from: number; readonly to: number };
  /** The mine's own, `+08:00`. */
  readonly zone: string;
  readonly height?: number;
}

const DAY_SECONDS = 86_400;

const css = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const NO_BOUNDS: readonly ChartBound[] = [];

/** Values over time. The newest end is the moment shown, live or past. */
export const TrendChart = (props: TrendChartProps) => <Plot key={useTheme()} {...props} />;

/** Reads the theme's colours from the page once, so a change of theme makes it anew. */
const Plot = ({
  label,
  time,
  lines,
  bounds = NO_BOUNDS,
  unit,
  span,
  zone,
  height = 132,
}: TrendChartProps) => {
  const from = span?.from;
  const to = span?.to;
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const axis = {
      stroke: css('--hy-quiet'),
      grid: { stroke: css('--hy-line'), width: 1 },
      ticks: { show: false },
    };
    const font = `11px ${getComputedStyle(element).fontFamily}`;
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height,
        cursor: { drag: { x: false, y: false }, points: { size: 6 } },
        legend: { live: false, show: lines.length > 1, markers: { width: 1 } },
        scales: {
          x: {
            range: (_plot, first, last) =>
              from !== undefined && to !== undefined ? [from / 1000, to / 1000] : [first, last],
          },
          y: {
            range: (_plot, low, high) => {
              const zero = lines.some(({ bars }) => bars) ? [0] : [];
              const all = [low, high, ...zero, ...bounds.map(({ value }) => value)].filter(Number.isFinite);
              const [least, most] = all.length ? [Math.min(...all), Math.max(...all)] : [0, 1];
              const margin = (most - least || Math.abs(most) || 1) * 0.08;
              return [zero.length > 0 ? least : least - margin, most + margin];
            },
          },
        },
        axes: [
          {
            ...axis,
            ...{ font, size: 26, space: 64 },
            values: (plot, ticks) => {
              const { min = 0, max = 0 } = plot.scales.x ?? {};
              const days = max - min > 2 * DAY_SECONDS;
              return ticks.map((tick) => {
                const text = momentText(tick * 1000, zone);
                return days ? text.slice(5, 10) : text.slice(11, 16);
              });
            },
          },
          { ...axis, font, size: 46, space: 28, label: unit, labelSize: 14, labelFont: font },
        ],
        series: [
          {},
          ...lines.map((line) => ({
            label: line.label,
            stroke: line.colour,
            width: 1.5,
            dash: line.dash ? [...line.dash] : undefined,
            points: { show: line.values.filter((value) => value !== null).length < 40, size: 4 },
            ...(line.bars
              ? { paths: uPlot.paths.bars?.({ size: [0.8, 24] }), fill: line.colour, points: { show: false } }
              : {}),
          })),
        ],
        hooks: {
          draw: [
            ({ ctx, bbox, valToPos }) => {
              ctx.save();
              ctx.textAlign = 'left';
              ctx.textBaseline = 'bottom';
              ctx.font = `${11 * devicePixelRatio}px ${getComputedStyle(element).fontFamily}`;
              for (const bound of bounds) {
                const y = valToPos(bound.value, 'y', true);
                ctx.strokeStyle = bound.colour;
                ctx.fillStyle = bound.colour;
                ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
                ctx.beginPath();
                ctx.moveTo(bbox.left, y);
                ctx.lineTo(bbox.left + bbox.width, y);
                ctx.stroke();
                ctx.fillText(bound.label, bbox.left + 4 * devicePixelRatio, y - 3 * devicePixelRatio);
              }
              ctx.restore();
            },
          ],
        },
      },
      [time.map((ms) => ms / 1000), ...lines.map(({ values }) => [...values])] as uPlot.AlignedData,
      element,
    );
    const watch = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    watch.observe(element);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [time, lines, bounds, unit, height, zone, from, to]);
  return <div ref={holder} className="hy-chart" role="img" aria-label={label} />;
};
