import type { ComponentType } from 'react';
import type { TextKey } from '../../i18n/i18n.ts';
import type { UrlField } from '../../shell/url-state.ts';
import type { ViewState } from '../../shell/view-state.ts';
import type { MineSession } from '../mine-session.ts';

/** What a tool works on: the link's state, the session with the engine, and the way to change both. */
export interface ToolContext {
  readonly state: ViewState;
  readonly session: MineSession;
  readonly setView: (patch: Partial<ViewState>) => void;
  readonly setSession: (patch: Partial<MineSession>) => void;
}

/** A tool of the Mine workspace. Menu, keyboard, link and tests all use this one object. */
export interface MineTool {
  /** Lower-case, unique. */
  readonly id: string;
  readonly title: TextKey;
  /** One line more than the title, for the tooltip. */
  readonly hint?: TextKey;
  readonly icon: ComponentType;
  /** Where it is offered: the bar's camera, look or data part, the feature card, or by keyboard only. */
  readonly place: 'camera' | 'look' | 'data' | 'feature' | 'keyboard';
  /** `KeyboardEvent.key`, lower-case, pressed without modifiers. */
  readonly shortcut?: string;
  readonly enabled: (context: ToolContext) => boolean;
  /** On the feature card only where this holds; left out: on every card. */
  readonly applies?: (context: ToolContext) => boolean;
  /** For a tool that is on or off. */
  readonly active?: (context: ToolContext) => boolean;
  readonly perform: (context: ToolContext) => void | Promise<void>;
  /** Drawn in place of the button, for a tool with a value. */
  readonly control?: ComponentType;
  /** Goes into the bar's menu before others do, where the bar is too narrow for all. */
  readonly foldsFirst?: true;
  readonly url?: UrlField;
}

export interface ToolRegistry {
  register(tool: MineTool): void;
  all(): readonly MineTool[];
}

/** Refuses two tools with one id, shortcut or link key: the second would be silently dead. */
export const createToolRegistry = (): ToolRegistry => {
  const tools: MineTool[] = [];
  return {
    register(tool) {
      for (const other of tools) {
        if (other.id === tool.id) throw new Error(`tool registered twice: ${tool.id}`);
        if (tool.shortcut !== undefined && other.shortcut === tool.shortcut) {
          throw new Error(`shortcut ${tool.shortcut} of ${tool.id} belongs to ${other.id}`);
        }
        if (tool.url && other.url?.key === tool.url.key) {
          throw new Error(`link key ${tool.url.key} of ${tool.id} belongs to ${other.id}`);
        }
      }
      tools.push(tool);
    },
    all: () => tools,
  };
};

/** The Mine workspace's own registry. */
export const mineTools = createToolRegistry();
export const register = (tool: MineTool): void => mineTools.register(tool);
