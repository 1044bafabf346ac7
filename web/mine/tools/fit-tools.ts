/** A tool as the bar has to place it. Widths are CSS pixels. */
export interface ToolToFit {
  readonly id: string;
  readonly width: number;
  /** On: whoever switched it on has to find it again. */
  readonly active: boolean;
  /** Goes into the menu before others do. */
  readonly foldsFirst: boolean;
}

export interface RoomForTools {
  /** CSS pixels of the bar, between two tools, and of the button of the menu. */
  readonly room: number;
  readonly gap: number;
  readonly menu: number;
}

/**
 * Which tools go into the menu, by id, so that the others stand in one row with its button. The last go first, those that fold first before them;
 * one that is on goes only where all others have gone already.
 */
export const foldedTools = (
  tools: readonly ToolToFit[],
  { room, gap, menu }: RoomForTools,
): ReadonlySet<string> => {
  const folded = new Set<string>();
  let needed = tools.reduce((sum, { width }) => sum + width + gap, -gap);
  if (needed <= room) return folded;
  needed += menu + gap;
  const rank = ({ active, foldsFirst }: ToolToFit): number => (active ? 2 : foldsFirst ? 0 : 1);
  for (const tool of tools.toReversed().sort((a, b) => rank(a) - rank(b))) {
    if (needed <= room) break;
    folded.add(tool.id);
    needed -= tool.width + gap;
  }
  return folded;
};
