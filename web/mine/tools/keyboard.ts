import type { MineTool } from './registry.ts';

/** What of a key press decides; `typing` where letters go into a text field. */
export interface KeyPress {
  readonly key: string;
  readonly modified: boolean;
  readonly typing: boolean;
}

/** The tool a key press asks for, or null. */
export const toolForKey = (tools: readonly MineTool[], press: KeyPress): MineTool | null => {
  if (press.modified || press.typing) return null;
  const key = press.key.toLowerCase();
  return tools.find(({ shortcut }) => shortcut === key) ?? null;
};

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, [role="combobox"], input:not([type="checkbox"]):not([type="radio"])'));

export const keyPressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  modified: event.ctrlKey || event.metaKey || event.altKey,
  typing: event.isComposing || isTextField(event.target),
});

/** A shortcut as printed on keys. */
export const keyLabel = (shortcut: string): string =>
  shortcut === 'escape' ? 'Esc' : shortcut.toUpperCase();
