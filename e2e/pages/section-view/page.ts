import type { Catalog } from '../../../domain/contracts/catalog.ts';
import type { SectionView } from '../../../web/engines/section-view.ts';
import { createSectionView } from '../../../web/engines/three/index.ts';

/** The demo mine without perspective, for tests: the engine alone. */

const MINE = 'qingshi-iron';
const catalog = (await (await fetch(`/bundles/${MINE}/catalog.json`)).json()) as Catalog;

const events: { type: string; detail: string }[] = [];
let view: SectionView | null = null;
let waiting: number | null = null;
const open = (): SectionView => {
  if (!view) throw new Error('no view is open');
  return view;
};

window.sectionPage = {
  open(pose) {
    view = createSectionView({
      container: document.getElementById('scene')!,
      catalog,
      bundleUrl: new URL(`/bundles/${MINE}/`, window.location.href).href,
      initialPose: pose,
      theme: 'light',
      resolutionScale: 1,
      events: {
        select: (feature) =>
          events.push({ type: 'select', detail: feature ? `${feature.layerId} ${feature.featureId}` : '' }),
        pose: (next) => events.push({ type: 'pose', detail: JSON.stringify(next) }),
        loading: (pending) => {
          waiting = pending;
        },
        failure: ({ kind, detail }) => events.push({ type: 'failure', detail: `${kind} ${detail}` }),
      },
    });
  },
  pose: (pose) => {
    waiting = null;
    open().setPose(pose);
  },
  layer: (id, visible, opacity) => open().setLayer(id, { visible, opacity }),
  cut([e, n, u], half) {
    const corners = [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ] as const;
    open().setCut({
      positions: Float64Array.from(corners.flatMap(([x, y]) => [e + x, n, u + y])),
      indices: Uint32Array.from([0, 1, 2, 0, 2, 3]),
      colours: Uint8Array.from(corners.flatMap(() => [240, 80, 200])),
      away: { normal: [0, -1, 0], through: [e, n, u] },
    });
  },
  waiting: () => waiting,
  events: () => events,
};
