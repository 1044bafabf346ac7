import { useTranslation } from 'react-i18next';
import type { HungLog } from '../../../domain/boreholes/hang-logs.ts';
import { spreadLabels } from '../../../domain/drawing/spread-labels.ts';
import { formatPropertyNumber } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { MARGIN, type StripLayout, WIDTHS } from './strip-layout.ts';
import type { Track } from './tracks.ts';

interface Props {
  readonly hung: HungLog;
  readonly tracks: readonly Track[];
  readonly layout: StripLayout;
  /** Where it begins, CSS pixels. */
  readonly left: number;
}

const LINE = 13;
/** Letters of a name that fit the column, in half widths: a Chinese one takes two. */
const LONGEST_NAME = 17;

/** What stands right of a single hole's rocks: their names, the structures it met, and its numbers as bars. */
export const BesideStrip = ({ hung, tracks, layout, left }: Props) => {
  const at = (depth: number): number => layout.yOf(hung.y(depth));
  const structures = hung.log.structures.length > 0;
  const trackLeft = left + WIDTHS.names + (structures ? WIDTHS.structures : 0);
  return (
    <>
      <Names hung={hung} at={at} layout={layout} left={left} />
      {structures && <Structures hung={hung} at={at} left={left + WIDTHS.names} />}
      {tracks.map((track, i) => (
        <Bars
          key={track.column.id}
          track={track}
          at={at}
          left={trackLeft + i * WIDTHS.track}
          layout={layout}
        />
      ))}
    </>
  );
};

interface PartProps {
  readonly hung: HungLog;
  readonly at: (depth: number) => number;
  readonly left: number;
}

const Names = ({ hung, at, layout, left }: PartProps & { readonly layout: StripLayout }) => {
  const language = useLanguage();
  const middleOf = ({ from, to }: { readonly from: number; readonly to: number }) => (at(from) + at(to)) / 2;
  // Down the panel: a hole drilled upwards, or one whose rows overlap, is written in another order.
  const intervals = hung.log.intervals.toSorted((a, b) => middleOf(a) - middleOf(b));
  const middles = intervals.map(middleOf);
  const places = spreadLabels(
    middles,
    middles.map(() => LINE),
    [0, layout.height],
  );
  return (
    <g className="hy-strip-names">
      {intervals.map(({ from, to, rock }, i) => {
        const name = rock[language];
        const thick = Math.abs(at(to) - at(from));
        // More beds than lines: only those that are as thick as a line are named, the cursor names the rest.
        const y = places?.[i] ?? (thick >= LINE ? middles[i]! : null);
        if (y === null || y === undefined) return null;
        return (
          <g key={`${from} ${to}`}>
            <path d={`M${left} ${middles[i]}L${left + 10} ${y}`} />
            <text x={left + 13} y={y + 4}>
              {shortened(name)}
              <title>{name}</title>
            </text>
          </g>
        );
      })}
    </g>
  );
};

const shortened = (name: string): string => {
  let halves = 0;
  let kept = '';
  for (const letter of name) {
    halves += letter.codePointAt(0)! > 0x2e7f ? 2 : 1;
    if (halves > LONGEST_NAME) return `${kept}…`;
    kept += letter;
  }
  return name;
};

const Structures = ({ hung, at, left }: PartProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <g className="hy-strip-structures">
      {hung.log.structures.map(({ depth, kind, dip, dipDirection }) => {
        const name = kind?.[language] ?? t('app.unknown');
        const attitude = dip === null || dipDirection === null ? null : `${dipDirection}°∠${dip}°`;
        const tilt = ((dip ?? 0) * Math.PI) / 180;
        const [dx, dy] = [9 * Math.cos(tilt), 9 * Math.sin(tilt)];
        return (
          <g key={`${depth} ${name}`}>
            <title>{`${name} ${attitude ?? t('boreholes.attitudeUnknown')} · ${depth} m`}</title>
            {dip === null ? (
              <text x={left + 12} y={at(depth) + 4} textAnchor="middle">
                ?
              </text>
            ) : (
              <path d={`M${left + 12 - dx} ${at(depth) - dy}L${left + 12 + dx} ${at(depth) + dy}`} />
            )}
            <text x={left + 26} y={at(depth) + 4}>
              {dip === null ? '' : `${dip}°`}
            </text>
          </g>
        );
      })}
    </g>
  );
};

const Bars = ({
  track: { column, bars, most },
  at,
  left,
  layout,
}: Omit<PartProps, 'hung'> & { readonly track: Track; readonly layout: StripLayout }) => {
  const language = useLanguage();
  const room = WIDTHS.track - 12;
  return (
    <g className="hy-strip-track" data-track={column.id}>
      <line x1={left} x2={left} y1={MARGIN} y2={layout.height - MARGIN} />
      {bars.map(({ from, to, value }) => (
        <rect
          key={`${from} ${to}`}
          x={left}
          y={Math.min(at(from), at(to))}
          width={most > 0 ? Math.max(0.5, (Math.max(0, value) / most) * room) : 0.5}
          height={Math.max(1, Math.abs(at(to) - at(from)) - 0.5)}
        >
          <title>{`${column.name[language]} ${formatPropertyNumber(value, column)} ${column.unit ?? ''} · ${from}–${to} m`}</title>
        </rect>
      ))}
    </g>
  );
};
