import type { MINE_STATES, MineType } from '../../../domain/contracts/manifest.ts';
import { MINE_OUTLINES, SIGN_SIZE, STATE_MARKS } from '../../engines/county-signs.ts';
import { type CountyColours, textOn } from '../../theme/county-colours.ts';

type MineState = (typeof MINE_STATES)[number];

interface MineSignProps {
  readonly colours: CountyColours;
  readonly type: MineType;
  readonly state?: MineState;
  /** null: not known; left out: without a colour, where the legend is of something else. */
  readonly fill?: string | null;
  readonly text?: string;
}

/** The sign of a mine in the legend, as the map draws it. */
export const MineSign = ({ colours, type, state = 'producing', fill, text }: MineSignProps) => {
  const works = state === 'producing' || state === 'construction';
  const mark = STATE_MARKS[state];
  const inner = works ? (fill ?? colours.sign) : colours.sign;
  return (
    <svg className="hy-map-sign" viewBox={`-1 -1 ${SIGN_SIZE + 5} ${SIGN_SIZE + 5}`} aria-hidden="true">
      <path
        d={MINE_OUTLINES[type]}
        fill={inner}
        stroke={works ? colours.signLine : (fill ?? colours.unknown)}
        strokeWidth={works ? 1.4 : 3}
        strokeDasharray={fill === null ? '2.5 2' : undefined}
        strokeLinejoin="round"
      />
      {text && (
        <text
          x="12"
          y={type === 'open-pit' ? 14.5 : 16}
          textAnchor="middle"
          fontSize="10.5"
          fontWeight="700"
          fill={works && fill ? textOn(fill) : colours.signLine}
        >
          {text}
        </text>
      )}
      {mark && (
        <g transform="translate(16 15)">
          <circle cx="6" cy="6" r="6.2" fill={colours.sign} stroke={colours.signLine} />
          <path d={mark} fill="none" stroke={colours.signLine} strokeWidth="1.7" strokeLinecap="round" />
        </g>
      )}
    </svg>
  );
};
