import type { ReactNode } from 'react';
import { MAJOR_OUTLINE, WARNING_MARK, WARNING_SIZE } from '../../engines/county-signs.ts';
import { type CountyColours, textOn } from '../../theme/county-colours.ts';

const Sign = ({ size = 24, children }: { size?: number; children: ReactNode }) => (
  <svg className="hy-map-sign" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
    {children}
  </svg>
);

/** A balloon with the letter of its level. */
export const WarningSign = ({
  colours,
  level,
  letter,
}: {
  colours: CountyColours;
  level: keyof CountyColours['warning'];
  letter: string;
}) => (
  <Sign size={WARNING_SIZE}>
    <path d={WARNING_MARK} fill={colours.warning[level]} stroke={colours.signLine} />
    <text
      x="9"
      y="11.3"
      textAnchor="middle"
      fontSize="9.5"
      fontWeight="700"
      fill={textOn(colours.warning[level])}
    >
      {letter}
    </text>
  </Sign>
);

/** A major hazard: the letter of who found it in eight corners; dashed and hollow until it is confirmed. */
export const MajorSign = ({
  colours,
  letter,
  isConfirmed = true,
}: {
  colours: CountyColours;
  letter: string;
  isConfirmed?: boolean;
}) => (
  <Sign>
    <path
      d={MAJOR_OUTLINE}
      fill={isConfirmed ? colours.signLine : colours.sign}
      stroke={colours.signLine}
      strokeWidth="1.8"
      strokeDasharray={isConfirmed ? undefined : '3 2'}
    />
    <text
      x="12"
      y="16"
      textAnchor="middle"
      fontSize="11"
      fontWeight="700"
      fill={isConfirmed ? colours.sign : colours.signLine}
    >
      {letter}
    </text>
  </Sign>
);

const ticksPath = (count: number): string =>
  Array.from({ length: count }, (_, i) => `M${4.2 + i * 4.1} 16.8h3.2v3.4h-3.2z`).join('');

interface SiteSignProps {
  readonly colours: CountyColours;
  readonly letter: string;
  /** Ticks of the risk, 1…4, with their colour; null: not known; left out: the legend of kinds. */
  readonly ticks?: { readonly count: number; readonly colour: string } | null;
}

/** A place of risk: a letter for its kind, ticks for its risk. */
export const SiteSign = ({ colours, letter, ticks }: SiteSignProps) => (
  <Sign>
    <rect
      x="2"
      y="2"
      width="20"
      height="20"
      rx="3"
      fill={colours.sign}
      stroke={colours.site}
      strokeWidth="1.4"
    />
    <text
      x="12"
      y={ticks === undefined ? 16 : 14}
      textAnchor="middle"
      fontSize="11"
      fontWeight="700"
      fill={colours.signLine}
    >
      {letter}
    </text>
    {ticks === null && (
      <text x="12" y="20.5" textAnchor="middle" fontSize="7" fill={colours.unknown}>
        ?
      </text>
    )}
    {ticks && <path d={ticksPath(ticks.count)} fill={ticks.colour} />}
  </Sign>
);

/** What the county's rules say of a site, as it stands on its sign: ink where it is so, hollow where nobody can tell. */
export const SiteMarkSign = ({
  colours,
  answer,
}: {
  readonly colours: CountyColours;
  readonly answer: 'found' | 'unknown';
}) => {
  const isFound = answer === 'found';
  return (
    <Sign>
      <circle
        cx="12"
        cy="12"
        r="8"
        fill={isFound ? colours.signLine : colours.sign}
        stroke={colours.signLine}
        strokeWidth="1.3"
        strokeDasharray={isFound ? undefined : '3 2'}
      />
      <text
        x="12"
        y="16.4"
        textAnchor="middle"
        fontSize="12"
        fontWeight="700"
        fill={isFound ? colours.sign : colours.unknown}
      >
        {isFound ? '!' : '?'}
      </text>
    </Sign>
  );
};

/** A patch as the map fills an area: solid where measured, hatched where not; crossed where two areas are one. */
export const PatchSign = ({
  colour,
  isHatched = false,
  isCrossed = false,
}: {
  colour: string;
  isHatched?: boolean;
  isCrossed?: boolean;
}) => (
  <Sign>
    <rect
      x="2"
      y="5"
      width="20"
      height="14"
      fill={colour}
      fillOpacity={isHatched || isCrossed ? 0 : 0.45}
      stroke={colour}
      strokeWidth="1.6"
      strokeDasharray={isHatched ? '3 2' : undefined}
    />
    {isCrossed && (
      <path
        d="M2 13L10 5M4 19L18 5M12 19L22 9M22 13L14 5M20 19L6 5M12 19L2 9"
        stroke={colour}
        strokeWidth="1.3"
      />
    )}
    {isHatched && <path d="M2 13L10 5M4 19L18 5M12 19L22 9" stroke={colour} strokeWidth="1.3" />}
  </Sign>
);

/** A line as the map draws it. */
export const LineSign = ({ colour, dash }: { colour: string; dash?: string }) => (
  <Sign>
    <path d="M2 12H22" stroke={colour} strokeWidth="2.4" strokeDasharray={dash} />
  </Sign>
);
