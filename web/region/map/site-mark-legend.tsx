import { Checkbox } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_SITE_RULES } from '../../../domain/sites/site-standing.ts';
import { formatCount } from '../../shell/format-number.ts';
import { setView, useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { SiteMarkSign } from '../signs/small-signs.tsx';
import { type SiteMarkRow, siteMarkRows } from './site-mark-rows.ts';
import { withLayer } from './start-layers.ts';
import { useSitesCounted } from './use-counted.ts';
import { useMarkName } from './use-mark-name.ts';

/** Marks of a list with one set or taken away, in the order the rules have them; others stay as they are. */
const withMark = (rows: readonly SiteMarkRow[], chosen: readonly string[], mark: string, isOn: boolean) =>
  rows.map((row) => row.mark).filter((one) => (one === mark ? isOn : chosen.includes(one)));

/** What the county's rules say of its sites: flags and classes, how many of each, and a filter; unknown is a choice of its own. */
export const SiteMarkLegend = () => {
  const { t } = useTranslation();
  const colours = useSignColours();
  const { siteRules = NO_SITE_RULES } = useOpenCounty().catalog;
  const filter = useView((state) => state.mineFilter);
  const chosen = useView((state) => state.siteMarks);
  const layers = useView((state) => state.mapLayers);
  const counted = useSitesCounted(filter);
  const rows = useMemo(() => siteMarkRows(siteRules), [siteRules]);

  const nameOf = useMarkName();
  // Of whom nobody can tell is a row only where there are any, or somebody asks for them.
  const listed = rows.filter(
    ({ mark, is }) =>
      is === 'flag' || is === 'class' || (counted?.siteMarks[mark] ?? 0) > 0 || chosen.includes(mark),
  );
  const listOf = (isClass: boolean) =>
    listed
      .filter(({ is }) => isClass === is.startsWith('class'))
      .map((row) => (
        <Checkbox
          key={row.mark}
          className="hy-legend-row"
          data-mark={row.mark}
          checked={chosen.includes(row.mark)}
          onChange={({ target: { checked } }) =>
            setView({
              siteMarks: withMark(rows, chosen, row.mark, checked),
              // Who looks for them wants to see them.
              ...(checked && {
                mapLayers: row.kinds.reduce<Readonly<Record<string, boolean>>>(
                  (shown, kind) => withLayer(shown, `site-${kind}`, true),
                  layers,
                ),
              }),
            })
          }
        >
          {isClass && row.is === 'class' ? (
            <span className="hy-map-sign" />
          ) : (
            <SiteMarkSign colours={colours} answer={row.is === 'flag' ? 'found' : 'unknown'} />
          )}
          <span className="hy-map-legend-name">{nameOf(row.mark)}</span>
          <span className="hy-count">{counted ? formatCount(counted.siteMarks[row.mark] ?? 0) : ''}</span>
        </Checkbox>
      ));

  return (
    <>
      <fieldset className="hy-legend" data-legend="site-flags">
        <legend>{t('map.siteFlags')}</legend>
        {listOf(false)}
        <p className="hy-legend-note">{t(rows.length === 0 ? 'map.noSiteRules' : 'map.siteFlagsMean')}</p>
      </fieldset>
      {siteRules.classes.length > 0 && (
        <fieldset className="hy-legend" data-legend="site-classes">
          <legend>{t('map.siteClasses')}</legend>
          {listOf(true)}
        </fieldset>
      )}
    </>
  );
};
