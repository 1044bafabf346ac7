import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyFeature } from '../../../domain/contracts/county.ts';
import { placesOf } from '../../../domain/county/feature-heights.ts';
import { findingsByWhatMatters } from '../../../domain/neighbours/by-what-matters.ts';
import { useLanguage, useTheme } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView } from '../../shell/view-store.ts';
import { COUNTY_COLOURS } from '../../theme/county-colours.ts';
import { useFeatures, useMines, useNeighbours } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { useShowFinding } from '../neighbours/use-show-finding.ts';
import { LineSign, PatchSign } from '../signs/small-signs.tsx';
import { FactList } from './fact-list.tsx';
import { useFeatureFacts } from './feature-facts.tsx';
import { useMap } from './map-store.ts';
import { boundsOf, widened } from './proofs-of-finding.ts';
import { isMeasured } from './scene-bodies.ts';
import { findingsOfFeature } from './use-picked-findings.ts';
import { useThingNames } from './use-thing-names.ts';

const DEPTH_PITCH = 60;
/** Bundles' things are called mine/layer/feature; what the register draws is called mine/feature. */
const isOfBundle = ({ id }: CountyFeature): boolean => id.split('/').length > 2;

/** Chooses a thing underground and brings the map before it. */
export const showFeature = (feature: CountyFeature, pitch?: number): void => {
  setView({ regionPick: { kind: 'feature', id: feature.id }, mineInPlace: false });
  const bounds = boundsOf(placesOf(feature.shape));
  if (bounds) useMap.getState().view?.fit(widened(bounds), { pitch });
};

/** The card of a thing underground; of what the reader may not see there is none. */
export const FeatureCard = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const features = useFeatures(true);
  if (features.status === 'failed')
    return (
      <p className="hy-pad" role="alert">
        {t('featureCard.loadFailed')}
      </p>
    );
  if (features.status !== 'open')
    return (
      <p className="hy-pad hy-quiet" role="status">
        {t('region.loading')}
      </p>
    );
  const feature = features.value.find((one) => one.id === id);
  return feature ? <Known feature={feature} /> : <p className="hy-pad">{t('map.pickedGone', { id })}</p>;
};

/** What it is and whose, how deep and how surely, and what it endangers. */
const Known = ({ feature }: { readonly feature: CountyFeature }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const colours = COUNTY_COLOURS[useTheme()];
  const { catalog } = useOpenCounty();
  const mines = useMines();
  const facts = useFeatureFacts(feature);
  const { id, kind, mine: of, shape, name } = feature;
  const mine = mines.status === 'open' ? mines.value.find((one) => one.id === of) : undefined;
  const isUpright = shape.type === 'sheet' && (shape.dip === null || shape.dipDirection === null);
  const colour = colours.kind[kind];
  return (
    <article className="hy-map-card" data-card="feature" data-feature={id}>
      <header>
        {shape.type === 'prism' ? (
          <PatchSign colour={colour} isHatched={!isMeasured(feature)} />
        ) : (
          <LineSign colour={colour} dash={isMeasured(feature) ? undefined : '4 2'} />
        )}
        <h3>{name[language]}</h3>
        <ProvenanceTag provenance={mine?.provenance ?? catalog.provenance} />
      </header>
      {!isMeasured(feature) && (
        <p className="hy-feature-doubt" data-doubt="place">
          {t('featureCard.doubtful')}
        </p>
      )}
      {isUpright && (
        <p className="hy-feature-doubt" data-doubt="upright">
          {t('featureCard.upright')}
        </p>
      )}
      <FactList facts={facts} />
      {isOfBundle(feature) && <p className="hy-legend-note">{t('featureCard.simplified')}</p>}
      <div className="hy-map-card-actions">
        <Button
          data-action="to-mine"
          onClick={() => setView({ regionPick: { kind: 'mine', id: of }, mineInPlace: false })}
        >
          {t('featureCard.toMine')}
        </Button>
        <Button data-action="in-depth" onClick={() => showFeature(feature, DEPTH_PITCH)}>
          {t('featureCard.inDepth')}
        </Button>
      </div>
      <Pairs feature={id} />
    </article>
  );
};

/** The findings that name it, each a way to its own card and proof. */
const Pairs = ({ feature }: { readonly feature: string }) => {
  const { t } = useTranslation();
  const names = useMineNames();
  const report = useNeighbours();
  const show = useShowFinding();
  const { distance } = useThingNames();
  const found = useMemo(
    () =>
      report.status === 'open'
        ? findingsByWhatMatters(findingsOfFeature(report.value.findings, feature))
        : null,
    [report, feature],
  );
  return (
    <section className="hy-history" data-part="pairs">
      <h4>{t('featureCard.pairs')}</h4>
      {found === null && (
        <p className="hy-legend-note" role="status">
          {t(report.status === 'failed' ? 'neighbours.failed' : 'neighbours.loading')}
        </p>
      )}
      {found?.length === 0 && <p className="hy-legend-note">{t('featureCard.noPairs')}</p>}
      <ul>
        {found?.map((finding) => (
          <li key={finding.id}>
            <button type="button" data-pair={finding.id} onClick={() => show(finding)}>
              <span>
                <b>{t(`neighbourCheck.${finding.check}`)}</b> · {finding.mines.map(names).join(' ↔ ')} ·{' '}
                {distance(finding.proofs[0]!)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};
