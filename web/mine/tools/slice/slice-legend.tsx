import { useTranslation } from 'react-i18next';
import type { CapPart } from '../../../../domain/geology/slice/cap-mesh.ts';
import type { CutSubject } from '../../../../domain/geology/slice/cut-faces.ts';
import { HOLE_BAND } from '../../../../domain/geology/slice/cut-holes.ts';
import { useLanguage, useTheme } from '../../../shell/preferences.ts';
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
  return (
    <ul className="hy-slice-legend">
      {legendRows(parts, outlined, subject, theme).map(({ key, name, colour, ink, pattern, count }) => (
        <li key={key} data-cut={key}>
          <span
            className="hy-slice-swatch"
            data-pattern={pattern}
            style={{ backgroundColor: colour, color: ink }}
            aria-hidden="true"
          />
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
    </ul>
  );
};
