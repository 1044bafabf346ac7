/** Milliseconds between hover picks: a pick waits for the GPU, and nobody reads ten cards a second. */
const HOVER_PAUSE_MS = 100;

export interface PointerWatch {
  /** No hover while something is dragged. */
  setPaused(paused: boolean): void;
  destroy(): void;
}

/** Calls `look` where the pointer rests or moves over the canvas, at most every 100 ms, and `left` when it leaves. */
export function watchPointer(
  canvas: HTMLCanvasElement,
  look: (x: number, y: number) => void,
  left: () => void,
): PointerWatch {
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest: { x: number; y: number } | null = null;
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    latest = null;
  };
  const onMove = (event: PointerEvent): void => {
    if (paused || event.pointerType === 'touch') return;
    const box = canvas.getBoundingClientRect();
    latest = { x: event.clientX - box.left, y: event.clientY - box.top };
    timer ??= setTimeout(() => {
      timer = null;
      if (latest && !paused) look(latest.x, latest.y);
    }, HOVER_PAUSE_MS);
  };
  const onLeave = (): void => {
    stop();
    left();
  };
  canvas.addEventListener('pointermove', onMove);
  canvas.addEventListener('pointerleave', onLeave);
  return {
    setPaused(next) {
      paused = next;
      if (paused) stop();
    },
    destroy() {
      stop();
      canvas.removeEventListener('pointermove', onMove);
      canvas.removeEventListener('pointerleave', onLeave);
    },
  };
}
