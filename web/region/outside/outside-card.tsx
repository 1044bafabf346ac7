import { useTranslation } from 'react-i18next';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { useView } from '../../shell/view-store.ts';
import { FactList } from '../map/fact-list.tsx';
import { HazardsSummary } from '../map/hazards-summary.tsx';
import './outside.css';
import { OutsideWays, useOutsideTexts } from './outside-facts.tsx';
import type { OutsideOne } from './outside-store.ts';

/** A picked mine that the register does not list: what is known of it all the same, and why it has no sign on the map. */
export const OutsideCard = ({ mine, hasRead }: { readonly mine: OutsideOne; readonly hasRead: boolean }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const day = useView((state) => state.day);
  const texts = useOutsideTexts(hasRead);
  const majors = texts.majors(mine);
  const onlyNow = day === null ? null : t('map.onlyNow');
  return (
    <article className="hy-map-card" data-card="outside-mine" data-mine={mine.id}>
      <header>
        <h3>{mine.name[language]}</h3>
        {mine.provenance && <ProvenanceTag provenance={mine.provenance} />}
      </header>
      <p className="hy-feature-doubt">{t('outside.cardMeans')}</p>
      <FactList
        facts={[
          { id: 'by', name: t('outside.why'), value: t(`outsideBy.${mine.by}`) },
          {
            id: 'hazards',
            name: t('map.openHazards'),
            value: hasRead ? <HazardsSummary mine={mine.id} /> : null,
          },
          { id: 'majors', name: t('majorMap.title'), value: majors === null ? null : formatCount(majors) },
          { id: 'people', name: t('map.peopleBelow'), value: onlyNow ?? texts.people(mine) },
          { id: 'alarms', name: t('map.liveAlarms'), value: onlyNow ?? texts.alarms(mine) },
          { id: 'state', name: t('map.byState'), value: null },
          { id: 'grade', name: t('map.byGrade'), value: null },
          { id: 'duties', name: t('map.duties'), value: null },
          { id: 'pairs', name: t('map.pairs'), value: null },
        ]}
      />
      <p className="hy-legend-note">{t('outside.mend')}</p>
      <div className="hy-map-card-actions">
        <OutsideWays mine={mine} />
      </div>
    </article>
  );
};
