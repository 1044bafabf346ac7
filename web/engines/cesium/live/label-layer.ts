import type { LabelPlace } from './label-placement.ts';

/** One label to show. */
export interface LabelText {
  readonly text: string;
  readonly tone: 'plain' | 'urgent' | 'selected';
}

/** Labels as text of the page over the canvas: crisp at any resolution of the drawing, and never in the pointer's way. */
export interface LabelLayer {
  /** CSS pixels of a label with this text. */
  sizeOf(text: string): { width: number; height: number };
  /** Shows these and hides all others. */
  show(labels: readonly { readonly label: LabelText; readonly place: LabelPlace }[]): void;
  setTheme(theme: 'light' | 'dark'): void;
  destroy(): void;
}

const FONT_PIXELS = 12;
const LINE = 18;
const PADDING = 5;
const FAMILY = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

const LOOKS = {
  dark: {
    plain: { color: '#e4e9ed', background: 'rgba(18, 24, 30, 0.78)', border: 'transparent' },
    selected: { color: '#ffffff', background: 'rgba(10, 60, 58, 0.92)', border: '#4ce0d2' },
    urgent: { color: '#ffffff', background: 'rgba(122, 18, 18, 0.94)', border: '#ff7a74' },
  },
  light: {
    plain: { color: '#18212a', background: 'rgba(255, 255, 255, 0.86)', border: 'rgba(24, 33, 42, 0.14)' },
    selected: { color: '#06302d', background: 'rgba(226, 247, 244, 0.96)', border: '#00857b' },
    urgent: { color: '#ffffff', background: 'rgba(190, 26, 26, 0.95)', border: '#8d0f0f' },
  },
} as const;

export function createLabelLayer(container: HTMLElement): LabelLayer {
  const layer = document.createElement('div');
  layer.dataset.liveLabels = '';
  // What the labels say is in the list beside the scene, which a screen reader can walk.
  layer.setAttribute('aria-hidden', 'true');
  Object.assign(layer.style, {
    position: 'absolute',
    inset: '0',
    overflow: 'hidden',
    pointerEvents: 'none',
    font: `500 ${FONT_PIXELS}px/${LINE}px ${FAMILY}`,
  });
  container.append(layer);
  const pen = document.createElement('canvas').getContext('2d');
  if (pen) pen.font = `500 ${FONT_PIXELS}px ${FAMILY}`;
  const widths = new Map<string, number>();
  const pool: HTMLElement[] = [];
  let shown = 0;
  let theme: 'light' | 'dark' = 'dark';

  const elementAt = (index: number): HTMLElement => {
    const known = pool[index];
    if (known) return known;
    const made = document.createElement('div');
    Object.assign(made.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      padding: `0 ${PADDING - 1}px`,
      border: '1px solid',
      borderRadius: '3px',
      whiteSpace: 'nowrap',
      willChange: 'transform',
    });
    layer.append(made);
    pool[index] = made;
    return made;
  };
  const put = (element: HTMLElement, { text, tone }: LabelText, { left, top }: LabelPlace): void => {
    if (element.textContent !== text) element.textContent = text;
    const look = `${theme} ${tone}`;
    if (element.dataset.look !== look) {
      element.dataset.look = look;
      const { color, background, border } = LOOKS[theme][tone];
      Object.assign(element.style, { color, background, borderColor: border });
    }
    const transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
    if (element.style.transform !== transform) element.style.transform = transform;
    if (element.style.display !== '') element.style.display = '';
  };

  return {
    sizeOf(text) {
      let width = widths.get(text);
      if (width === undefined) {
        if (widths.size > 20_000) widths.clear();
        width = Math.ceil(pen?.measureText(text).width ?? text.length * FONT_PIXELS) + 2 * PADDING;
        widths.set(text, width);
      }
      return { width, height: LINE + 2 };
    },
    show(labels) {
      for (const [index, { label, place }] of labels.entries()) put(elementAt(index), label, place);
      for (let index = labels.length; index < shown; index++) pool[index]!.style.display = 'none';
      shown = labels.length;
    },
    setTheme(next) {
      theme = next;
    },
    destroy() {
      layer.remove();
    },
  };
}
