import { useTranslation } from 'react-i18next';
import { latestWater } from '../../../domain/boreholes/borehole-log.ts';
import type { HungLog } from '../../../domain/boreholes/hang-logs.ts';
import type { LogContact } from '../../../domain/boreholes/log-contacts.ts';
import { multiplesIn, niceStep } from '../../../domain/drawing/nice-step.ts';
import { rockFill } from '../../../domain/drawing/rock-fill.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { patternId } from '../rock-pattern-defs.tsx';
import { type StripLayout, type StripPlace, WIDTHS } from './strip-layout.ts';

interface Props {
  readonly hung: HungLog;
  readonly contacts: readonly LogContact[];
  readonly place: StripPlace;
  readonly layout: StripLayout;
  /** Of an interval whose feature is chosen. */
  readonly selected: string | null;
}

/** Least pixels between two depths written beside a hole. */
const DEPTH_APART = 30;

/** One hole: its depths, its rocks with their patterns, doubtful contacts and its water level. */
export const LogStrip = ({ hung, contacts, place, layout, selected }: Props) => {
  const { t } = useTranslation();
  const { log, y } = hung;
  const at = (depth: number): number => layout.yOf(y(depth));
  const step = niceStep(DEPTH_APART / layout.scale);
  const water = latestWater(log);
  return (
    <g data-strip={log.hole}>
      {log.intervals.map(({ from, to, rock, colour, logged, featureId }) => {
        const [top, height] = [Math.min(at(from), at(to)), Math.abs(at(to) - at(from))];
        const { pattern } = rockFill(colour, rock);
        const box = { x: place.band, y: top, width: WIDTHS.band, height };
        return (
          <g key={`${from} ${to}`} data-logged={logged}>
            <rect
              {...box}
              fill={logged ? colour : 'var(--hy-panel)'}
              className={featureId !== null && featureId === selected ? 'hy-strip-chosen' : undefined}
            />
            {/* Nobody logged it: no rock's look, and a sign of its own. */}
            <rect
              {...box}
              fill={logged ? (pattern ? `url(#${patternId(pattern)})` : 'none') : 'url(#hy-unlogged)'}
            />
            <line
              className="hy-strip-line"
              x1={place.band}
              x2={place.band + WIDTHS.band}
              y1={at(from)}
              y2={at(from)}
            />
          </g>
        );
      })}
      <rect
        className="hy-strip-frame"
        x={place.band}
        y={layout.yOf(hung.top)}
        width={WIDTHS.band}
        height={(hung.base - hung.top) * layout.scale}
        data-hung={hung.hung}
      />
      {contacts.map(({ depth, to, key, kind }) =>
        to === null || kind === 'deeper' ? null : (
          <path
            key={`${key} ${depth}`}
            className="hy-strip-doubt"
            d={`M${place.band - 4} ${at(depth)}h-3V${at(to)}h3`}
          >
            <title>{t('boreholes.doubt')}</title>
          </path>
        ),
      )}
      {multiplesIn(0, log.depth, step).map((depth) => (
        <g key={depth} className="hy-strip-depth">
          <line x1={place.band - 5} x2={place.band} y1={at(depth)} y2={at(depth)} />
          <text x={place.band - 8} y={at(depth) + 3.5} textAnchor="end">
            {Number(depth.toFixed(2))}
          </text>
        </g>
      ))}
      <text
        className="hy-strip-end"
        x={place.band + WIDTHS.band / 2}
        y={layout.yOf(hung.base) + 12}
        textAnchor="middle"
      >
        {formatNumber(log.depth, { decimals: 1 })}
      </text>
      {water && water.depth !== null && (
        <path
          className="hy-strip-water"
          d={`M${place.band + WIDTHS.band + 3} ${at(water.depth) - 9}h11l-5.5 9zM${place.band + WIDTHS.band + 4} ${at(water.depth) + 3}h9`}
        >
          <title>
            {`${t('boreholes.water')} ${
              water.elevation === null
                ? t('boreholes.elevationUnknown')
                : `${formatNumber(water.elevation, { decimals: 2 })} m`
            } · ${t('boreholes.depth')} ${formatNumber(water.depth, { decimals: 2 })} m${water.date ? ` · ${water.date}` : ''}`}
          </title>
        </path>
      )}
    </g>
  );
};
