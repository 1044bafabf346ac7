import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { foldedTools } from './fit-tools.ts';
import type { MineTool } from './registry.ts';

/** CSS pixels between two tools, as mine.css has it. */
const GAP = 2;

/** How wide the bar and each tool in it are, CSS pixels, rounded up. */
interface Measured {
  readonly words: string;
  readonly room: number;
  readonly widths: ReadonlyMap<string, number>;
  readonly menu: number;
}

export interface FoldedTools {
  readonly bar: RefObject<HTMLDivElement | null>;
  readonly menu: RefObject<HTMLSpanElement | null>;
  /** Ids; null for the one layout in which all are measured, before anything is painted. */
  readonly folded: ReadonlySet<string> | null;
}

/**
 * Which of the bar's tools go into its menu, measured anew when the bar, the fonts or the words change.
 * @param words changes with the words on the tools
 */
export const useFoldedTools = (
  tools: readonly MineTool[],
  isActive: (tool: MineTool) => boolean,
  words: string,
): FoldedTools => {
  const bar = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLSpanElement>(null);
  const [last, setMeasured] = useState<Measured | null>(null);
  // Other words are of another width.
  const measured = last?.words === words ? last : null;
  useEffect(() => {
    const again = () => setMeasured(null);
    const observer = new ResizeObserver(again);
    if (bar.current) observer.observe(bar.current);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, []);
  useLayoutEffect(() => {
    if (measured || !bar.current || !menu.current) return;
    const widths = new Map<string, number>();
    for (const slot of bar.current.querySelectorAll<HTMLElement>('[data-slot]'))
      widths.set(slot.dataset.slot!, Math.ceil(slot.getBoundingClientRect().width));
    setMeasured({
      words,
      room: bar.current.clientWidth,
      widths,
      menu: Math.ceil(menu.current.getBoundingClientRect().width),
    });
  }, [measured, words]);
  const folded =
    measured &&
    foldedTools(
      tools.map((tool) => ({
        id: tool.id,
        width: measured.widths.get(tool.id) ?? 0,
        active: isActive(tool),
        foldsFirst: tool.foldsFirst === true,
      })),
      { room: measured.room, gap: GAP, menu: measured.menu },
    );
  return { bar, menu, folded };
};
