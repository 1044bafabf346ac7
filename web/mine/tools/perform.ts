import { setView, useView } from '../../shell/view-store.ts';
import { setSession, useSession } from '../mine-session.ts';
import { type MineTool, mineTools, type ToolContext } from './registry.ts';

export const toolContext = (): ToolContext => ({
  state: useView.getState(),
  session: useSession.getState(),
  setView,
  setSession,
});

/** Performs a tool where it is enabled; true where it did. */
export const performTool = (tool: MineTool | string): boolean => {
  const found = typeof tool === 'string' ? mineTools.all().find(({ id }) => id === tool) : tool;
  if (!found) throw new Error(`no such tool: ${String(tool)}`);
  const context = toolContext();
  if (!found.enabled(context)) return false;
  void found.perform(context);
  return true;
};
