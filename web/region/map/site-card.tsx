import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CountySite } from '../../../domain/contracts/county.ts';
import { type SiteField, unitOf } from '../../../domain/contracts/site-field.ts';
import { PARK_GRADES } from '../../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../../domain/contracts/site-kinds.ts';
import { SITE_TICKS } from '../../engines/county-signs.ts';
import { formatNumber } from '../../shell/format-number.ts';
import { useLanguage, useTheme } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView } from '../../shell/view-store.ts';
import { COUNTY_COLOURS, PARK_GRADE_COLOURS, textOn } from '../../theme/county-colours.ts';
import { useMines } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { SiteSign } from '../signs/small-signs.tsx';
import { FactList } from './fact-list.tsx';
import { SiteStandingView } from './site-standing-view.tsx';

/** A place of risk with the fields of its own kind. */
export const SiteCard = ({ site }: { site: CountySite }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { catalog } = useOpenCounty();
  const colours = COUNTY_COLOURS[useTheme()];
  const mines = useMines();
  const kind = SITE_KINDS[site.kind];
  const town = catalog.towns.find(({ id }) => id === site.town);
  const mine = mines.status === 'open' ? mines.value.find(({ id }) => id === site.mine) : undefined;

  const shownValue = (field: SiteField) => {
    const value = site.fields[field.id] ?? null;
    if (value === null) return null;
    if (typeof value === 'boolean') return t(value ? 'app.yes' : 'app.no');
    if (typeof value === 'number')
      return [formatNumber(value), unitOf(field, value, language)].filter(Boolean).join(' ');
    const word = field.values?.[value]?.[language] ?? value;
    const grade = field.id === 'parkGrade' ? PARK_GRADES.find((one) => one === value) : undefined;
    return grade ? (
      <>
        <span
          className="hy-map-grade"
          style={{ background: PARK_GRADE_COLOURS[grade], color: textOn(PARK_GRADE_COLOURS[grade]) }}
        >
          {grade}
        </span>{' '}
        {word}
      </>
    ) : (
      word
    );
  };

  return (
    <article className="hy-map-card" data-card="site">
      <header>
        <SiteSign
          colours={colours}
          letter={t(`siteLetter.${site.kind}`)}
          ticks={
            site.risk === null ? null : { count: SITE_TICKS[site.risk], colour: colours.risk[site.risk] }
          }
        />
        <h3>{site.name[language]}</h3>
        <ProvenanceTag provenance={site.provenance} />
      </header>
      <SiteStandingView site={site} />
      <FactList
        facts={[
          { id: 'kind', name: t('map.siteKind'), value: kind.name[language] },
          { id: 'risk', name: t('map.byRisk'), value: site.risk && t(`riskLevel.${site.risk}`) },
          { id: 'town', name: t('map.town'), value: town?.name[language] ?? null },
          ...kind.fields.map((field) => ({
            id: field.id,
            name: field.name[language],
            value: shownValue(field),
          })),
        ]}
      />
      {mine && (
        <div className="hy-map-card-actions">
          <Button onClick={() => setView({ regionPick: { kind: 'mine', id: mine.id } })}>
            {t('map.ofMine', { mine: mine.name[language] })}
          </Button>
        </div>
      )}
    </article>
  );
};
