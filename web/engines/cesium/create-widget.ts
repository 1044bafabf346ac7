import { CesiumWidget, Color, DirectionalLight, Ion } from '@cesium/engine';
import '@cesium/engine/Source/Widget/CesiumWidget.css';
import { THEME_COLOURS } from './appearance.ts';

/** Whether the browser gives a WebGL 2 context at all. The engine would fall back to WebGL 1 and fail later, oddly. */
export function webglRefusal(): string | null {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return 'getContext("webgl2") returned null';
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return null;
}

/**
 * The bare scene: no globe, sky, imagery or credits, nothing that asks another origin.
 *
 * The globe is off. Our ground is a tileset of its own, surveyed to 5 m; a globe around it has no heights offline, so
 * it lies at the ellipsoid, tens to hundreds of metres off the mine's ground, and reads as a false plain. The county map
 * gives the surroundings.
 *
 * @throws RuntimeError of the engine where no context is to be had
 */
export function createWidget(container: HTMLElement, resolutionScale: number): CesiumWidget {
  // Always truthy by default, and then sent along; no request of ours may carry it.
  Ion.defaultAccessToken = '';
  const widget = new CesiumWidget(container, {
    baseLayer: false,
    globe: false,
    skyBox: false,
    skyAtmosphere: false,
    scene3DOnly: true,
    orderIndependentTranslucency: false,
    requestRenderMode: true,
    maximumRenderTimeChange: Number.POSITIVE_INFINITY,
    // Ours (render-loop.ts): the engine's own stops without a word when a listener throws.
    useDefaultRenderLoop: false,
    showRenderLoopErrors: false,
    shouldAnimate: false,
    shadows: false,
    blurActiveElementOnCanvasFocus: false,
    useBrowserRecommendedResolution: false,
    // Four samples smooth tubes and rims; software rendering cannot afford them (2.8 times the time a frame).
    msaaSamples: resolutionScale < 1 ? 1 : 4,
    creditContainer: document.createElement('div'),
    // Clear, so that the theme's gradient shows behind the drawing without a draw call of its own.
    contextOptions: { webgl: { alpha: true, powerPreference: 'high-performance' } },
  });
  widget.resolutionScale = resolutionScale;
  // Scaled up smoothly, dithered bodies read as glass; the engine's default shows each pixel as a block.
  widget.canvas.style.imageRendering = 'auto';
  const { scene } = widget;
  scene.backgroundColor = Color.TRANSPARENT;
  scene.fog.enabled = false;
  scene.highDynamicRange = false;
  scene.postProcessStages.fxaa.enabled = false;
  scene.light = new DirectionalLight({ direction: scene.camera.directionWC });
  const controller = scene.screenSpaceCameraController;
  controller.enableInputs = false;
  controller.enableCollisionDetection = false;
  return widget;
}

export const applyTheme = (widget: CesiumWidget, theme: 'light' | 'dark'): void => {
  widget.canvas.style.background = THEME_COLOURS[theme].background;
};
