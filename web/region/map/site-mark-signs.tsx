import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useView } from '../../shell/view-store.ts';
import { useSignColours } from '../signs/legend-theme.ts';
import { SiteMarkSign } from '../signs/small-signs.tsx';
import { useSitesCounted } from './use-counted.ts';

/** What the marks on signs of sites mean, with how many have them: on paper, where nothing is chosen and room is short. */
export const SiteMarkSigns = () => {
  const { t } = useTranslation();
  const colours = useSignColours();
  const filter = useView((state) => state.mineFilter);
  const counted = useSitesCounted(filter);
  const row = (answer: 'found' | 'unknown', name: string, count: number | undefined) => (
    <li>
      <SiteMarkSign colours={colours} answer={answer} />
      {name}
      <span className="hy-count">{count === undefined ? '' : formatCount(count)}</span>
    </li>
  );
  return (
    <fieldset className="hy-legend" data-legend="site-flags">
      <legend>{t('map.siteFlags')}</legend>
      <ul className="hy-legend-list hy-legend-plain">
        {row('found', t('map.siteFlagged'), counted?.sitesFlagged)}
        {row('unknown', t('map.siteUndecided'), counted?.sitesUndecided)}
      </ul>
    </fieldset>
  );
};
