import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useSites } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { OutsideNote } from '../outside/outside-note.tsx';
import { useOutsideMines } from '../outside/outside-store.ts';
import { withChoice } from './kept-mines.ts';
import { hasUnknown, TOWN_COLUMNS, townCell, unsaidColumns } from './town-cell.ts';
import { useCounted } from './use-counted.ts';

/** Of mines that no register lists nothing is known that a town is counted by; sites stand in a list of their own. */
const OF_NOBODY: Readonly<Record<(typeof TOWN_COLUMNS)[number], string>> = {
  ...{ mines: '?', producing: '?', stopped: '?', bad: '?', major: '?', warned: '?' },
  ...{ sites: '—', flagged: '—' },
};

/** The county counted by town, following the filter and the day; a town's row keeps only that town. */
export const TownsTable = () => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const filter = useView((state) => state.mineFilter);
  const outside = useOutsideMines();
  const statistics = useCounted(filter);
  const hasSites = useSites().status === 'open';
  if (!statistics)
    return (
      <p className="hy-pad hy-quiet" role="status">
        {t('map.counting')}
      </p>
    );
  const unsaid = unsaidColumns({ isPast: statistics.on !== null, hasSites });
  const chosen = filter.town ?? [];
  const nameOf = (town: string | null) =>
    catalog.towns.find(({ id }) => id === town)?.name[language] ?? t('map.noTown');
  return (
    <>
      <div className="hy-towns">
        <table>
          <caption>{t('map.townsCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('map.town')}</th>
              {TOWN_COLUMNS.map((column) => (
                <th key={column} scope="col">
                  <span>{t(`townColumn.${column}`)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statistics.towns.map(({ town, ...counted }) => {
              const id = town ?? 'unknown';
              return (
                <tr key={id} data-town={id}>
                  <th scope="row">
                    <button
                      type="button"
                      aria-pressed={chosen.includes(id)}
                      onClick={() =>
                        setView({ mineFilter: withChoice(filter, 'town', id, !chosen.includes(id)) })
                      }
                    >
                      {nameOf(town)}
                    </button>
                  </th>
                  {TOWN_COLUMNS.map((column) => (
                    <Cell key={column} text={townCell(column, counted, unsaid)} />
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('map.total')}</th>
              {TOWN_COLUMNS.map((column) => (
                <Cell key={column} text={townCell(column, statistics.total, unsaid)} />
              ))}
            </tr>
            {outside.length > 0 && (
              <tr data-town="outside">
                <th scope="row">{t('outside.row')}</th>
                {TOWN_COLUMNS.map((column) => (
                  <Cell
                    key={column}
                    text={column === 'mines' ? formatCount(outside.length) : OF_NOBODY[column]}
                  />
                ))}
              </tr>
            )}
          </tfoot>
        </table>
        {hasUnknown(statistics.total, unsaid) && <p className="hy-legend-note">{t('map.townsUnknown')}</p>}
        {!hasSites && <p className="hy-legend-note">{t('map.sitesNotThere')}</p>}
        {statistics.on !== null && <p className="hy-legend-note">{t('map.riskOnlyNow')}</p>}
      </div>
      <OutsideNote />
    </>
  );
};

/** What is not known stands below the number: beside it, two columns read as one. */
const Cell = ({ text }: { text: string }) => {
  const [known, unknown] = text.split(' ');
  return (
    <td>
      {known}
      {unknown !== undefined && <small> {unknown}</small>}
    </td>
  );
};
