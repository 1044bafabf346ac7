import { useTranslation } from 'react-i18next';
import { BODY_STYLES } from '../../../../domain/drawing/body-styles.ts';
import { multiplesIn, niceStep } from '../../../../domain/drawing/nice-step.ts';
import { rockFill } from '../../../../domain/drawing/rock-fill.ts';
import type { RockPattern } from '../../../../domain/drawing/rock-patterns.ts';
import { spreadLabels } from '../../../../domain/drawing/spread-labels.ts';
import type { VirtualHole } from '../../../../domain/geology/virtual-hole.ts';
import { patternId, RockPatternDefs } from '../../../boreholes/rock-pattern-defs.tsx';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage } from '../../../shell/preferences.ts';

const HEIGHT = 480;
const WIDTH = 236;
const BAND = { left: 46, width: 58 };
const BODIES = { left: 108, width: 12 };
const TOP = 14;
const LINE = 14;

/** The column of a virtual hole: units with their patterns, the band in which each base lies, bodies on the way. */
export const VirtualColumn = ({ hole }: { readonly hole: VirtualHole }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { stretches, bodies } = hole;
  const depth = stretches.at(-1)!.to;
  const scale = (HEIGHT - 2 * TOP) / depth;
  const y = (at: number): number => TOP + at * scale;
  const fills = stretches.map(({ unit }) => unit && rockFill(unit.colour, unit.name));
  const bodyFills = bodies.map(({ kind, colour }) => BODY_STYLES[kind].fill(colour));
  const patterns = new Set<RockPattern>(
    [...fills, ...bodyFills].flatMap((fill) => (fill?.pattern ? [fill.pattern] : [])),
  );
  const contacts = stretches.filter(({ baseKind }) => baseKind === 'contact');
  const places = spreadLabels(
    contacts.map(({ to }) => y(to)),
    contacts.map(() => LINE),
    [0, HEIGHT],
  );
  return (
    <svg
      className="hy-virtual-column"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t('boreholes.virtualColumn')}
    >
      <RockPatternDefs patterns={[...patterns]} />
      <defs>
        <pattern id="hy-unlogged" patternUnits="userSpaceOnUse" width="7" height="7">
          <path className="hy-strip-unlogged" d="M0 7L7 0" />
        </pattern>
      </defs>
      {multiplesIn(0, depth, niceStep(36 / scale)).map((at) => (
        <g key={at} className="hy-strip-depth">
          <line x1={BAND.left - 5} x2={BAND.left} y1={y(at)} y2={y(at)} />
          <text x={BAND.left - 8} y={y(at) + 4} textAnchor="end">
            {at}
          </text>
        </g>
      ))}
      {stretches.map(({ from, to, unit }, i) => {
        const fill = fills[i];
        const box = { x: BAND.left, y: y(from), width: BAND.width, height: (to - from) * scale };
        return (
          <g key={from}>
            <rect {...box} fill={unit ? unit.colour : 'var(--hy-panel)'} />
            <rect
              {...box}
              fill={
                unit ? (fill?.pattern ? `url(#${patternId(fill.pattern)})` : 'none') : 'url(#hy-unlogged)'
              }
            />
            <line
              className="hy-strip-line"
              x1={BAND.left}
              x2={BAND.left + BAND.width}
              y1={y(to)}
              y2={y(to)}
            />
          </g>
        );
      })}
      <rect className="hy-strip-frame" x={BAND.left} y={TOP} width={BAND.width} height={depth * scale} />
      {bodies.map(({ featureId, layerId, name, from, to }, i) => (
        <rect
          key={`${layerId} ${featureId} ${from}`}
          x={BODIES.left}
          y={y(from)}
          width={BODIES.width}
          height={Math.max(2, (Math.min(to, depth) - from) * scale)}
          fill={bodyFills[i]?.colour ?? 'none'}
          stroke="var(--hy-text)"
        >
          <title>{name[language]}</title>
        </rect>
      ))}
      {contacts.map(({ to, deviation }, i) => {
        const label = places?.[i] ?? y(to);
        return (
          <g key={to} className="hy-virtual-doubt" data-deviation={deviation ?? 'unknown'}>
            {deviation !== null && (
              <path
                className="hy-virtual-whisker"
                d={`M126 ${y(to - deviation)}h8m-4 0V${y(to + deviation)}m-4 0h8`}
              />
            )}
            <path className="hy-virtual-leader" d={`M122 ${y(to)}h14L148 ${label}`} />
            <text x={151} y={label + 4}>
              {`${formatNumber(to, { decimals: 1 })} ± ${deviation === null ? '?' : formatNumber(deviation, { decimals: 1 })}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
