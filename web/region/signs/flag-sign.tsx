import type { HazardFlag } from '../../../domain/hazards/hazard-flags.ts';
import { FLAG_SIGNS, FLAG_SIZE } from '../../engines/county-signs.ts';
import type { CountyColours } from '../../theme/county-colours.ts';

interface Props {
  readonly colours: CountyColours;
  readonly flag: HazardFlag;
}

/** A flag of a hazard as the map draws it. */
export const FlagSign = ({ colours, flag }: Props) => {
  const { sign, signLine, unknown } = colours;
  const line = (d: string, stroke: string, strokeWidth: number) => (
    <path d={d} fill="none" stroke={stroke} strokeWidth={strokeWidth} strokeLinecap="round" />
  );
  return (
    <svg
      className="hy-map-sign"
      viewBox={`-2 -2 ${FLAG_SIZE + 4} ${FLAG_SIZE + 4}`}
      aria-hidden="true"
      data-sign={flag}
    >
      {flag === 'in-doubt' && (
        <>
          <path d={FLAG_SIGNS.triangle} fill={signLine} />
          {line(FLAG_SIGNS.bang, sign, 1.8)}
        </>
      )}
      {flag === 'overdue' && (
        <>
          <path d={FLAG_SIGNS.clock} fill={signLine} />
          {line(FLAG_SIGNS.hands, sign, 1.7)}
        </>
      )}
      {flag === 'no-deadline' && (
        <>
          <path
            d={FLAG_SIGNS.clock}
            fill={sign}
            stroke={unknown}
            strokeWidth="1.5"
            strokeDasharray="2.2 1.6"
          />
          {line(FLAG_SIGNS.noHands, signLine, 1.5)}
        </>
      )}
      {flag === 'not-closed' && (
        <>
          <path d={FLAG_SIGNS.box} fill={sign} stroke={signLine} strokeWidth="1.5" strokeLinejoin="round" />
          {line(FLAG_SIGNS.tick, signLine, 1.6)}
        </>
      )}
      {flag === 'five-fixed-missing' && (
        <>
          <path
            d={FLAG_SIGNS.corners}
            fill={sign}
            stroke={signLine}
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          {line(FLAG_SIGNS.gap, signLine, 1.6)}
        </>
      )}
      {flag === 'uncorroborated' && line(FLAG_SIGNS.rings, signLine, 1.7)}
    </svg>
  );
};
