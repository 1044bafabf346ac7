import { useTranslation } from 'react-i18next';
import { PATTERN_STANDARD } from '../../../../domain/drawing/rock-patterns.ts';
import type { CapPart } from '../../../../domain/geology/slice/cap-mesh.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';
import { HOLE_BAND } from '../../../../domain/geology/slice/cut-holes.ts';
import { patternId, RockPatternDefs } from '../../../boreholes/rock-pattern-defs.tsx';
import { formatNumber } from '../../../shell/format-number.ts';
import { useLanguage, useTheme } from '../../../shell/preferences.ts';
import { useView } from '../../../shell/view-store.ts';
import { legendRows } from './legend-rows.ts';

interface Props {
  readonly parts: readonly CapPart[];
  readonly outlined: readonly number[];
  readonly subject: CutSubject;
}

/** What is cut, each kind once, with its fill: the key to the cap. */
export const SliceLegend = ({ parts, outlined, subject }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const certainBelow = useView((state) => state.certainBelow);
  const rows = legendRows(parts, outlined, subject, theme);
  const rocks = [...new Set(rows.flatMap(({ rock }) => rock ?? []))];
  const hasUnits = parts.some(({ kind }) => kind === 'unit');
  return (
    <>
      <ul className="hy-slice-legend">
        {rows.map(({ key, name, colour, ink, pattern, rock, count }) => (
          <li key={key} data-cut={key}>
            <span
              className="hy-slice-swatch"
              data-pattern={pattern}
              style={{ backgroundColor: colour, color: ink }}
              aria-hidden="true"
            >
              {rock && (
                <svg width="100%" height="100%" aria-hidden="true">
                  <RockPatternDefs patterns={[rock]} />
                  <rect width="100%" height="100%" fill={`url(#${patternId(rock)})`} />
                </svg>
              )}
            </span>
            <span>
              {name
                ? name[language]
                : key === 'hole'
                  ? t('slice.holes', { metres: HOLE_BAND })
                  : t('slice.unknown')}
            </span>
            {count !== null && <span className="hy-count">{t('slice.count', { n: count })}</span>}
          </li>
        ))}
        {hasUnits && (
          <li data-cut="uncertain">
            <span className="hy-slice-swatch" data-pattern="uncertain" aria-hidden="true" />
            <span>{t('slice.uncertain', { metres: formatNumber(certainBelow, { decimals: 2 }) })}</span>
          </li>
        )}
      </ul>
      {rocks.length > 0 && <p className="hy-slice-note">{PATTERN_STANDARD[language]}</p>}
    </>
  );
};
