/** What a hand does to the picture, in pixels of the element; x and y from its middle, y down. */
export interface PointerDrag {
  moved(dx: number, dy: number): void;
  turned(dx: number, dy: number): void;
  zoomed(factor: number, x: number, y: number): void;
  clicked(x: number, y: number): void;
}

/** Farther than this a press is a drag and no click. */
const STILL = 4;
const ZOOM_A_PIXEL = 1.0012;
/** Shares of the picture that an arrow key moves it by, and degrees (÷ 0.3) that it turns it by with Shift. */
const KEY_STEP = 60;

/**
 * Left drags, right or Shift turns, the wheel zooms about the pointer; arrows move, Shift and arrows turn, + and − zoom.
 * @returns ends the listening
 */
export const watchPointer = (element: HTMLElement, to: PointerDrag): (() => void) => {
  const listening = new AbortController();
  const { signal } = listening;
  let press: { x: number; y: number; moved: boolean; turns: boolean } | null = null;
  const fromMiddle = (event: MouseEvent): [number, number] => {
    const box = element.getBoundingClientRect();
    return [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 && event.button !== 2) return;
      element.setPointerCapture(event.pointerId);
      const turns = event.button === 2 || event.shiftKey;
      press = { x: event.clientX, y: event.clientY, moved: false, turns };
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (!press) return;
      const [dx, dy] = [event.clientX - press.x, event.clientY - press.y];
      if (!press.moved && Math.hypot(dx, dy) < STILL) return;
      if (press.turns) to.turned(dx, dy);
      else to.moved(dx, dy);
      press = { ...press, x: event.clientX, y: event.clientY, moved: true };
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (press && !press.moved && !press.turns) to.clicked(...fromMiddle(event));
      press = null;
    },
    { signal },
  );
  element.addEventListener(
    'pointercancel',
    () => {
      press = null;
    },
    { signal },
  );
  element.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      // One turn of the wheel, in lines or pixels, never jumps through the mine.
      const pixels = Math.max(-200, Math.min(200, event.deltaMode === 0 ? event.deltaY : event.deltaY * 30));
      to.zoomed(ZOOM_A_PIXEL ** pixels, ...fromMiddle(event));
    },
    { signal, passive: false },
  );
  element.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[
        event.key
      ];
      if (arrow) {
        const [dx, dy] = [arrow[0]! * KEY_STEP, arrow[1]! * KEY_STEP];
        if (event.shiftKey) to.turned(-dx, -dy);
        else to.moved(dx, dy);
      } else if (event.key === '+' || event.key === '=') to.zoomed(0.8, 0, 0);
      else if (event.key === '-') to.zoomed(1.25, 0, 0);
      else return;
      event.preventDefault();
    },
    { signal },
  );
  return () => listening.abort();
};
