import type { EntityFrame } from '../../../domain/contracts/live/entity.ts';
import { createWidget } from '../../../web/engines/cesium/create-widget.ts';
import { rendererOf } from '../../../web/engines/cesium/live/drawn-by-software.ts';
import { type Drawn, EYES, enter, toWorld } from './contestants.ts';
import { glCalls } from './gl-calls.ts';
import type { Contest, Contestant, Spent } from './instancing-page.ts';
import { walkers } from './walkers.ts';

/**
 * Pictures kept ready, where making one would be measured with the rest. Shared by all, who never write to them. From the
 * last back to the first nobody goes further than a few metres.
 */
const READY = 6;
/** Frames from one picture to the next. */
const FRAMES_A_TICK = 4;

const heap = async (): Promise<number> => {
  // What a first collection found free is given back only by a later one.
  for (let i = 0; i < 3; i++) {
    (globalThis as unknown as { gc?: () => void }).gc?.();
    await new Promise((rested) => setTimeout(rested, 100));
  }
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize / 1e6;
};

interface Entered {
  readonly drawn: Drawn;
  readonly picture: () => EntityFrame;
  readonly draw: () => void;
  readonly finish: () => void;
  readonly graphics: string;
}

/** Some ways of drawing in one page, each with a canvas of its own, so that they can take turns. */
export const contest: Contest = async (contestants, count, view, pictures) => {
  const walk = walkers(count);
  const ready = Array.from({ length: pictures === 'ready' ? READY : 0 }, (_, i) => walk(i));
  const takeFrom = (): (() => EntityFrame) => {
    let tick = 0;
    return () => {
      tick++;
      if (pictures === 'fresh') return walk(tick);
      return { ...ready[tick % READY]!, tick, time: 1_700_000_000_000 + tick * 1000 };
    };
  };

  const enterOne = (contestant: Contestant): Entered => {
    const container = document.createElement('div');
    container.className = 'scene';
    document.body.append(container);
    const widget = createWidget(container, 1);
    widget.resize();
    const { at, heading, pitch } = EYES[view];
    widget.scene.camera.setView({
      destination: toWorld(at[0], at[1], at[2]),
      orientation: { heading, pitch, roll: 0 },
    });
    const gl = widget.canvas.getContext('webgl2')!;
    const pixel = new Uint8Array(4);
    return {
      drawn: enter(widget, contestant, view),
      picture: takeFrom(),
      draw() {
        widget.scene.requestRender();
        widget.render();
      },
      finish: () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel),
      graphics: rendererOf(widget.canvas) ?? 'not told',
    };
  };

  const heapEmpty = await heap();
  const all = new Map(contestants.map((contestant) => [contestant, enterOne(contestant)]));
  const entered = (contestant: Contestant): Entered => all.get(contestant)!;

  return {
    graphics: entered(contestants[0]!).graphics,
    ticks(contestant, times, carriedOut) {
      const { drawn, draw, finish, picture } = entered(contestant);
      glCalls.carriedOut = carriedOut;
      return Array.from({ length: times }, () => {
        const next = picture();
        const { draws, uploads } = glCalls;
        const began = performance.now();
        drawn.take(next);
        drawn.share(0);
        draw();
        const ms = performance.now() - began;
        finish();
        return {
          ms,
          finishedMs: performance.now() - began,
          draws: glCalls.draws - draws,
          uploads: glCalls.uploads - uploads,
        };
      });
    },
    frames(contestant, times, carriedOut) {
      const { drawn, draw, finish } = entered(contestant);
      glCalls.carriedOut = carriedOut;
      return Array.from({ length: times }, (_, i): Spent => {
        const { draws, uploads } = glCalls;
        const began = performance.now();
        drawn.share(((i % (FRAMES_A_TICK - 1)) + 1) / FRAMES_A_TICK);
        draw();
        const ms = performance.now() - began;
        finish();
        return {
          ms,
          finishedMs: performance.now() - began,
          draws: glCalls.draws - draws,
          uploads: glCalls.uploads - uploads,
        };
      });
    },
    heapMoreMB: async () => (await heap()) - heapEmpty,
  };
};
