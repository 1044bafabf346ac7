import type { StoreApi } from 'zustand';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { CameraPose, MineView, MineViewEvents, PickedFeature } from '../engines/mine-view.ts';
import type { LiveState } from '../live/live-store.ts';
import { roundPose } from '../shell/url-fields.ts';
import type { FeatureRef, ViewState } from '../shell/view-state.ts';
import { appearanceOf } from './layers/layer-tree.ts';
import type { MineSession } from './mine-session.ts';

type Store<T> = Pick<StoreApi<T>, 'getState' | 'setState' | 'subscribe'>;

const sameFeature = (a: FeatureRef | null, b: FeatureRef | null): boolean =>
  a === b || (a !== null && b !== null && a.layerId === b.layerId && a.featureId === b.featureId);

/** The two directions between the stores and one engine. */
export interface ViewLink {
  /** What the engine reports, written into the stores. */
  readonly events: MineViewEvents;
  /** Makes the engine show what the store says, now and after every change, until the returned function is called. */
  bind(engine: MineView, catalog: Pick<Catalog, 'layers'>): () => void;
}

export const linkView = (
  view: Store<ViewState>,
  session: Store<MineSession>,
  live: Store<LiveState>,
): ViewLink => {
  // A pose that came from the engine must not be sent back to it; any other (the back button) moves the camera.
  let enginePose: CameraPose | null = view.getState().pose;
  // Between opening another mine and the end of this engine, neither may write into the other's state.
  const { mine } = view.getState();
  const foreign = () => view.getState().mine !== mine;

  // Its name is wanted as long as it is shown alone, whatever is selected meanwhile.
  const learnIsolated = (feature: PickedFeature | null) => {
    if (feature && sameFeature(feature, view.getState().isolated)) {
      session.setState({ isolatedFeature: feature });
    }
  };

  const events: MineViewEvents = {
    hover: (feature, { x, y }) => {
      session.setState({ hover: feature && { feature, x, y } });
      if (!foreign()) learnIsolated(feature);
    },
    select: (feature) => {
      if (foreign()) return;
      session.setState({ card: feature });
      learnIsolated(feature);
      const selected = feature && { layerId: feature.layerId, featureId: feature.featureId };
      if (!sameFeature(view.getState().selected, selected)) view.setState({ selected });
    },
    selectEntity: (selected) => {
      if (!foreign()) live.setState({ selected, following: false });
    },
    hoverEntity: (ref, { x, y }) => session.setState({ hoverEntity: ref && { ref, x, y } }),
    hoverCut: (place, { x, y }) => session.setState({ hoverCut: place && { place, x, y } }),
    selectCut: (pickedCut) => session.setState({ pickedCut }),
    placed: (placed) => session.setState({ placed }),
    aimed: (aim, pressed) => session.setState({ aim: aim && { aim, pressed } }),
    followEnded: () => live.setState({ following: false }),
    cursor: (cursor) => session.setState({ cursor }),
    camera: (pose) => {
      if (foreign()) return;
      enginePose = roundPose(pose);
      view.setState({ pose: enginePose });
    },
    loading: (progress) => session.setState({ progress }),
    failure: (failure) => {
      if (failure.kind !== 'layer-failed') {
        session.setState({ stopped: failure });
        return;
      }
      const others = session.getState().failedLayers.filter(({ layerId }) => layerId !== failure.layerId);
      session.setState({ failedLayers: [...others, failure] });
    },
  };

  const bind = (engine: MineView, catalog: Pick<Catalog, 'layers'>) => {
    const start = view.getState();
    for (const layer of catalog.layers) engine.setLayer(layer.id, appearanceOf(layer, start.layers));
    engine.setGroundSeeThrough(start.seeThrough);
    engine.setCertainBelow(start.certainBelow);
    engine.setExaggeration(start.exaggeration);
    if (start.selected) engine.setSelected(start.selected);
    if (start.isolated) engine.setIsolated(start.isolated);
    // The engine framed the mine before it knew how high the mine would be drawn.
    if (!start.pose && start.exaggeration !== 1) engine.flyHome();

    return view.subscribe((state, before) => {
      if (foreign()) return;
      if (state.layers !== before.layers) {
        for (const layer of catalog.layers) {
          const now = appearanceOf(layer, state.layers);
          const was = appearanceOf(layer, before.layers);
          if (now.visible !== was.visible || now.opacity !== was.opacity) engine.setLayer(layer.id, now);
        }
      }
      if (state.seeThrough !== before.seeThrough) engine.setGroundSeeThrough(state.seeThrough);
      if (state.certainBelow !== before.certainBelow) engine.setCertainBelow(state.certainBelow);
      if (state.exaggeration !== before.exaggeration) engine.setExaggeration(state.exaggeration);
      if (!sameFeature(state.selected, before.selected)) {
        if (!sameFeature(session.getState().card, state.selected)) session.setState({ card: null });
        engine.setSelected(state.selected);
      }
      if (!sameFeature(state.isolated, before.isolated)) {
        session.setState({ isolatedFeature: null });
        learnIsolated(session.getState().card);
        engine.setIsolated(state.isolated);
      }
      if (state.pose !== before.pose && state.pose !== enginePose) {
        enginePose = state.pose;
        if (state.pose) engine.flyTo(state.pose);
        else engine.flyHome();
      }
    });
  };

  return { events, bind };
};
