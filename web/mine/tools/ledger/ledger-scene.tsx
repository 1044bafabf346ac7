import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { Elevation, HazardPlace } from '../../../../domain/contracts/hazard.ts';
import { frameOfCatalog } from '../../../../domain/frame/catalog-frame.ts';
import { enu } from '../../../../domain/frame/coordinates.ts';
import { groundHit } from '../../../../domain/measure/ray-ground.ts';
import {
  LedgerContext,
  type LedgerSurroundings,
  type ModelFeature,
  type PlacePicker,
} from '../../../ledger/ledger-context.ts';
import { LedgerPanel } from '../../../ledger/ledger-panel.tsx';
import { useMajorOf } from '../../../ledger/major/major-store.ts';
import { usePlacedHazards } from '../../../ledger/use-placed-hazards.ts';
import { coordinateSystems } from '../../../shell/coordinate-systems.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import { setView, useView } from '../../../shell/view-store.ts';
import { appearanceOf } from '../../layers/layer-tree.ts';
import { setSession, useSession } from '../../mine-session.ts';
import { flyBesidePanel } from '../fly-beside-panel.ts';
import { drawnHazard, type HazardSite } from './drawn-hazards.ts';
import { HazardPlaces } from './hazard-places.tsx';
import './ledger.css';
import { MajorSigns } from './major-signs.tsx';
import type { MineGround } from './use-ground.ts';
import { useHazardMarks } from './use-hazard-marks.ts';
import { useHazardSite } from './use-hazard-site.ts';
import { useMineRegister } from './use-mine-register.ts';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

const NO_FEATURES: readonly ModelFeature[] = [];
/** Metres of the surroundings that are seen with a drawn hazard. */
const AROUND = 250;

/** The ledger of the open mine beside its scene, and its hazards in the scene. */
export default function LedgerScene({ catalog, bundleUrl }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { site, ground } = useHazardSite(catalog, bundleUrl);
  const day = useView((state) => state.day);
  const { hazards, status } = usePlacedHazards(catalog.mineId, day);
  const majors = useMajorOf({ of: 'mine', id: catalog.mineId }, day, false);
  useHazardMarks(hazards, catalog);
  const register = useMineRegister(
    catalog.mineId,
    useView((state) => state.ledgerPage === 'grade'),
  );
  const surroundings = useMemo((): LedgerSurroundings => {
    const layers = catalog.layers
      .filter(({ kind }) => kind !== 'terrain')
      .map(({ id, name }) => ({ id, name: name[language] }));
    return {
      scope: { of: 'mine', id: catalog.mineId },
      room: 'panel',
      nameOfMine: (mine) => (mine === catalog.mineId ? catalog.name[language] : mine),
      useLayers: () => layers,
      picker: scenePicker(catalog, ground),
      sketch: null,
      systems: systemsOf(catalog),
      register,
      outside: [],
      mines: [catalog.mineId],
      showPlace: ({ place, elevation = null }) => showInScene({ place, elevation }, catalog, site),
      showAt: (_, place) => showInScene({ place, elevation: null }, catalog, site),
      showMine: null,
      // Here they are pointed at in the scene.
      useModelFeatures: () => NO_FEATURES,
      openMajorIn3d: () => null,
      openIn3d: () => null,
    };
  }, [catalog, language, ground, site, register]);
  return (
    <>
      <HazardPlaces hazards={hazards} site={site}>
        {/* Which of them stand at a hidden hazard is known with those. */}
        {majors.status === 'open' && status !== 'loading' && (
          <MajorSigns
            view={majors.view}
            hidden={hazards}
            catalog={catalog}
            bundleUrl={bundleUrl}
            site={site}
          />
        )}
      </HazardPlaces>
      <div className="hy-mine-ledger">
        {status === 'failed' && (
          <p className="hy-pad hy-bad" role="alert" data-scene-hazards="failed">
            ✗ {t('ledger.placesFailed')}
          </p>
        )}
        {majors.status === 'failed' && (
          <p className="hy-pad hy-bad" role="alert" data-scene-hazards="majors-failed">
            ✗ {t('majorScene.failed')}
          </p>
        )}
        <LedgerContext value={surroundings}>
          <LedgerPanel />
        </LedgerContext>
      </div>
    </>
  );
}

const systemsOf = ({ survey, frame }: Catalog) => {
  const { longitude, latitude } = frame.origin;
  return coordinateSystems({ survey, extent: [longitude, latitude, longitude, latitude] });
};

interface Standing {
  readonly place: HazardPlace;
  readonly elevation: Elevation | null;
}

const showInScene = (standing: Standing, catalog: Catalog, site: HazardSite): void => {
  const { place } = standing;
  const { view } = useSession.getState();
  if (place.kind === 'feature') {
    const ref = { layerId: place.layer, featureId: place.feature };
    const layer = catalog.layers.find(({ id }) => id === place.layer);
    if (!layer) return;
    const { layers } = useView.getState();
    const shown = appearanceOf(layer, layers);
    setView({
      selected: ref,
      layers: shown.visible ? layers : { ...layers, [layer.id]: { ...shown, visible: true } },
    });
    view?.flyToFeature(ref);
    return;
  }
  const drawn = drawnHazard(standing, site);
  if (drawn) flyBesidePanel(drawn.at, AROUND);
};

/** Clicks in the scene as places: features that are selected, and points of the ground, whether one sees through it or not. */
const scenePicker = (catalog: Catalog, { field }: MineGround): PlacePicker => {
  const frame = frameOfCatalog(catalog);
  return {
    useSelected: () => {
      const selected = useView((state) => state.selected);
      return selected && { layer: selected.layerId, feature: selected.featureId };
    },
    pick: (onPoint) => {
      const { view } = useSession.getState();
      view?.setAiming(true);
      const stop = useSession.subscribe(({ aim }, before) => {
        if (!aim?.pressed || aim === before.aim || !field) return;
        const { origin, direction } = aim.aim.ray;
        const along = groundHit(field, aim.aim.ray);
        if (along === null) return;
        const at = enu(
          origin[0] + direction[0] * along,
          origin[1] + direction[1] * along,
          origin[2] + direction[2] * along,
        );
        const { longitude, latitude } = frame.enuToGeographic(at);
        onPoint(longitude, latitude);
      });
      return () => {
        stop();
        view?.setAiming(false);
        setSession({ aim: null });
      };
    },
  };
};
