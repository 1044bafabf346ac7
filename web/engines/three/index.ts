import {
  Color,
  type Mesh,
  OrthographicCamera,
  Raycaster,
  Scene,
  Vector2,
  Vector3,
  WebGLRenderer,
} from 'three';
import type { PickedFeature } from '../mine-view.ts';
import type { CreateSectionView, CutFace, OrthographicPose, SectionView } from '../section-view.ts';
import { createSharedUniforms } from './body-material.ts';
import { createCutMesh, setClip } from './cut-mesh.ts';
import { createLayerTiles } from './layer-tiles.ts';
import { createNestedBlend } from './nested-blend.ts';
import { axesOf, draggedBy, turnedBy, zoomedBy } from './orthographic-camera.ts';
import { watchPointer } from './pointer-drag.ts';

const BACKGROUND = { light: 0xe9edf0, dark: 0x12161a } as const;
/** Layers drawn see-through unless told otherwise: one looks through them at what the section is about. */
const GLASS_KINDS = new Set(['terrain', 'boundary', 'surface']);

/** The Section workspace's picture: the mine by parallel projection, nested bodies blended right, a filled cut in it. */
export const createSectionView: CreateSectionView = (options): SectionView => {
  const { container, catalog, bundleUrl, events } = options;
  let renderer: WebGLRenderer;
  try {
    renderer = new WebGLRenderer({ antialias: false, powerPreference: 'high-performance' });
  } catch (error) {
    events.failure({ kind: 'no-webgl', detail: String(error) });
    throw error;
  }
  const { domElement: canvas } = renderer;
  canvas.tabIndex = 0;
  container.append(canvas);
  const scene = new Scene();
  scene.background = new Color(BACKGROUND[options.theme]);
  const camera = new OrthographicCamera();
  const shared = createSharedUniforms();
  const blend = createNestedBlend(renderer, shared);
  let pose = options.initialPose;
  let cut: Mesh | null = null;
  let clipped: CutFace['away'] = null;
  let wanted = 0;
  let destroyed = false;

  const { min, max } = catalog.extent;
  const middle = new Vector3((min[0] + max[0]) / 2, (min[1] + max[1]) / 2, (min[2] + max[2]) / 2);
  const radius = Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / 2;

  const placeCamera = (): void => {
    const { width, height } = canvas;
    const half = pose.width / 2;
    const tall = (half * height) / Math.max(1, width);
    Object.assign(camera, { left: -half, right: half, top: tall, bottom: -tall });
    const { forward, up } = axesOf(pose);
    const target = new Vector3(...pose.target);
    // The whole mine lies between near and far, however far aside the target was dragged.
    const reach = radius + target.distanceTo(middle) + 10;
    camera.near = 0;
    camera.far = 2 * reach;
    camera.up.set(...up);
    camera.position
      .set(...forward)
      .multiplyScalar(-reach)
      .add(target);
    camera.lookAt(target);
    camera.updateProjectionMatrix();
    camera.updateMatrixWorld(true);
  };

  const request = (): void => {
    if (wanted || destroyed) return;
    wanted = requestAnimationFrame(() => {
      wanted = 0;
      placeCamera();
      for (const layer of layers.values()) layer.update(camera, renderer);
      blend.render(scene, camera);
      events.loading([...layers.values()].filter(({ pending }) => pending).length);
    });
  };

  const layers = new Map(
    catalog.layers.map((layer) => [
      layer.id,
      createLayerTiles(
        layer,
        { bundleUrl, enuToEcef: catalog.frame.enuToEcef, shared },
        {
          changed: () => request(),
          failed: (layerId, detail) => events.failure({ kind: 'layer-failed', layerId, detail }),
        },
      ),
    ]),
  );
  for (const one of layers.values()) {
    if (GLASS_KINDS.has(one.layer.kind))
      one.setAppearance({ visible: one.layer.shownAtStart, opacity: 0.25 });
    scene.add(one.group);
  }

  const setPose = (next: OrthographicPose, tell: boolean): void => {
    pose = next;
    if (tell) events.pose(pose);
    request();
  };

  const raycaster = new Raycaster();
  const pick = (x: number, y: number): PickedFeature | null => {
    const { clientWidth, clientHeight } = canvas;
    placeCamera();
    raycaster.setFromCamera(new Vector2((2 * x) / clientWidth, (-2 * y) / clientHeight), camera);
    const shown = [...layers.values()].filter(
      ({ visible, layer }) => visible && !GLASS_KINDS.has(layer.kind),
    );
    const hits = shown
      .flatMap((one) => raycaster.intersectObject(one.group, true).map((hit) => ({ one, hit })))
      .sort((a, b) => a.hit.distance - b.hit.distance);
    for (const { one, hit } of hits) {
      const { x: e, y: n, z: u } = hit.point;
      const plane = shared.clip.value;
      if (clipped && plane.x * e + plane.y * n + plane.z * u + plane.w > 0) continue;
      const feature = one.featureOf(hit);
      if (feature) return feature;
    }
    return null;
  };

  const endPointer = watchPointer(canvas, {
    moved: (dx, dy) => setPose(draggedBy(pose, dx, dy, canvas.clientWidth), true),
    turned: (dx, dy) => setPose(turnedBy(pose, dx, dy), true),
    zoomed: (factor, x, y) => setPose(zoomedBy(pose, factor, x, y, canvas.clientWidth), true),
    clicked: (x, y) => events.select(pick(x, y)),
  });
  canvas.addEventListener('webglcontextlost', (event) => {
    event.preventDefault();
    events.failure({ kind: 'context-lost', detail: 'webglcontextlost' });
  });

  const fit = new ResizeObserver(() => {
    const { clientWidth, clientHeight } = container;
    if (clientWidth === 0 || clientHeight === 0) return;
    renderer.setPixelRatio(window.devicePixelRatio * options.resolutionScale);
    renderer.setSize(clientWidth, clientHeight);
    request();
  });
  fit.observe(container);
  request();

  return {
    setLayer(layerId, appearance) {
      layers.get(layerId)?.setAppearance(appearance);
    },
    setCut(face) {
      if (cut) {
        scene.remove(cut);
        cut.geometry.dispose();
      }
      cut = face ? createCutMesh(face) : null;
      if (cut) scene.add(cut);
      clipped = face?.away ?? null;
      setClip(shared.clip.value, clipped);
      request();
    },
    setPose: (next) => setPose(next, false),
    pose: () => pose,
    setTheme(theme) {
      scene.background = new Color(BACKGROUND[theme]);
      request();
    },
    destroy() {
      destroyed = true;
      cancelAnimationFrame(wanted);
      endPointer();
      fit.disconnect();
      for (const layer of layers.values()) layer.dispose();
      cut?.geometry.dispose();
      blend.dispose();
      renderer.dispose();
      canvas.remove();
    },
  };
};
