import { patternTile, type RockPattern } from '../../domain/drawing/rock-patterns.ts';

/** CSS pixels a millimetre of a pattern's tile: as on paper at arm's length. */
const SCALE = 2.6;
const INK = '#2f2f2f';

export const patternId = (pattern: RockPattern): string => `hy-rock-${pattern}`;

/** The rocks' line patterns, for shapes of the same page to be filled with. */
export const RockPatternDefs = ({ patterns }: { readonly patterns: readonly RockPattern[] }) => (
  <defs>
    {patterns.map((pattern) => {
      const { width, height, strokeWidth, marks } = patternTile(pattern);
      return (
        <pattern
          key={pattern}
          id={patternId(pattern)}
          patternUnits="userSpaceOnUse"
          width={width}
          height={height}
          patternTransform={`scale(${SCALE})`}
        >
          {marks.map((mark) =>
            'dot' in mark ? (
              <circle
                key={mark.dot.join()}
                cx={mark.dot[0]}
                cy={height - mark.dot[1]}
                r={mark.radius}
                fill={INK}
              />
            ) : (
              <path
                key={mark.line.join()}
                d={`M${mark.line.map(([x, y]) => `${x} ${height - y}`).join('L')}${mark.closed ? 'Z' : ''}`}
                fill="none"
                stroke={INK}
                strokeWidth={strokeWidth}
              />
            ),
          )}
        </pattern>
      );
    })}
  </defs>
);
