import { useTranslation } from 'react-i18next';
import type { RegisterMine } from '../../../domain/contracts/county.ts';
import { useTheme } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { COUNTY_COLOURS, textOn } from '../../theme/county-colours.ts';

/** State and grade from their first day to now; a row brings the map to its day. */
export const GradeHistory = ({ mine }: { mine: RegisterMine }) => {
  const { t } = useTranslation();
  const colours = COUNTY_COLOURS[useTheme()];
  const day = useView((state) => state.day);
  const shown = mine.history.findLast(({ from }) => day !== null && from <= day);
  return (
    <section className="hy-history" aria-label={t('map.history')}>
      <h4>{t('map.history')}</h4>
      {mine.history.length === 0 && <p className="hy-map-unknown">{t('map.noHistory')}</p>}
      <ul>
        {mine.history.toReversed().map((entry) => (
          <li key={entry.from}>
            <button
              type="button"
              aria-current={entry === shown ? 'date' : undefined}
              onClick={() => setView({ day: entry.from })}
            >
              <time>{entry.from}</time>
              {entry.grade === null ? (
                <span className="hy-map-grade hy-map-grade-unknown">?</span>
              ) : (
                <span
                  className="hy-map-grade"
                  style={{
                    background: colours.grade[entry.grade],
                    color: textOn(colours.grade[entry.grade]),
                  }}
                >
                  {entry.grade}
                </span>
              )}
              {t(`mineState.${entry.state}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
