import type { CesiumWidget } from '@cesium/engine';

export interface RenderLoop {
  /** Ends the loop for good: after a lost context, or when the view is closed. */
  stop(): void;
}

/**
 * Ticks the engine once an animation frame (it draws only when something asked for it). The first error, whether the
 * engine reports it or a listener throws it, ends the loop and is told once: a picture that repeats an error sixty
 * times a second helps nobody, and a stopped one that says nothing is worse.
 *
 * @param before called once an animation frame, when it may still ask for a picture (ms)
 */
export function startRenderLoop(
  widget: CesiumWidget,
  before: (now: number) => void,
  failed: (detail: string) => void,
): RenderLoop {
  let handle = 0;
  let running = true;
  const stop = (): void => {
    running = false;
    cancelAnimationFrame(handle);
  };
  const fail = (error: unknown): void => {
    if (!running) return;
    stop();
    failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  };
  widget.scene.renderError.addEventListener((_scene: unknown, error: unknown) => fail(error));
  const tick = (): void => {
    try {
      before(performance.now());
      widget.resize();
      widget.render();
    } catch (error) {
      fail(error);
    }
    if (running) handle = requestAnimationFrame(tick);
  };
  handle = requestAnimationFrame(tick);
  return { stop };
}
