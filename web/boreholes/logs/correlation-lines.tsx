import type { ContactPair } from '../../../domain/boreholes/correlate.ts';
import type { HungLog } from '../../../domain/boreholes/hang-logs.ts';
import type { LogContact } from '../../../domain/boreholes/log-contacts.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { type StripLayout, WIDTHS } from './strip-layout.ts';

/** A log with its contacts. */
export interface StripSide {
  readonly hung: HungLog;
  readonly contacts: readonly LogContact[];
}

interface Props {
  readonly a: StripSide;
  readonly b: StripSide;
  readonly pairs: readonly ContactPair[];
  readonly layout: StripLayout;
  /** Where a's rocks end and b's begin, CSS pixels. */
  readonly from: number;
  readonly to: number;
}

/** Lines between like contacts of two neighbouring holes: whole where both logs show them, broken where they are inferred. */
export const CorrelationLines = ({ a, b, pairs, layout, from, to }: Props) => {
  const language = useLanguage();
  return (
    <g className="hy-strip-pairs">
      {pairs.map((pair) => {
        const [left, right] = [a.contacts[pair.a]!, b.contacts[pair.b]!];
        const [y1, y2] = [depthsOf(left, a.hung, layout), depthsOf(right, b.hung, layout)];
        return (
          <g key={`${pair.a} ${pair.b}`} data-certain={pair.certain} data-contact={left.key}>
            <title>{left.name[language]}</title>
            <path d={`M${from} ${y1[0]}L${to} ${y2[0]}`} />
            {/* Between these two lines it lies somewhere. */}
            {(y1[1] !== y1[0] || y2[1] !== y2[0]) && <path d={`M${from} ${y1[1]}L${to} ${y2[1]}`} />}
            {left.kind === 'deeper' && <Deeper x={from} y={y1[0]} />}
            {right.kind === 'deeper' && <Deeper x={to - 8} y={y2[0]} />}
          </g>
        );
      })}
    </g>
  );
};

/** The log ends before the contact: it lies here or deeper. */
const Deeper = ({ x, y }: { readonly x: number; readonly y: number }) => (
  <path className="hy-strip-deeper" d={`M${x + 4} ${y}v12m-3.5 -4.5l3.5 4.5l3.5 -4.5`} />
);

const depthsOf = ({ depth, to }: LogContact, { y }: HungLog, { yOf }: StripLayout): [number, number] => [
  yOf(y(depth)),
  yOf(y(to ?? depth)),
];

/** Where the rocks of a strip end. */
export const bandEnd = (band: number): number => band + WIDTHS.band;
