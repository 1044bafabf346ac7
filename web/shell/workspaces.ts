import type { ComponentType } from 'react';
import type { TextKey } from '../i18n/i18n.ts';
import type { UrlField } from './url-state.ts';

/** A key that does something in a workspace, for the help page. */
export interface ShortcutEntry {
  /** As printed on the key. */
  readonly key: string;
  readonly text: TextKey;
}

/** A workspace is one screen for one kind of person. Only those that are registered are shown as tabs. */
export interface Workspace {
  /** Lower-case, in the link as `ws=`. */
  readonly id: string;
  readonly title: TextKey;
  /** What must be open: the shell says why there is none before the workspace is asked. */
  readonly of: 'mine' | 'county';
  readonly icon: ComponentType;
  readonly component: ComponentType;
  /** The keys of the link that its tools read and write. */
  readonly urlFields: readonly UrlField[];
  readonly shortcuts: readonly ShortcutEntry[];
  /** What the mouse does in it; left out: as in the 3D mine. */
  readonly mouse?: readonly TextKey[];
}

const registered: Workspace[] = [];

export const registerWorkspace = (workspace: Workspace): void => {
  if (registered.some(({ id }) => id === workspace.id)) {
    throw new Error(`workspace registered twice: ${workspace.id}`);
  }
  registered.push(workspace);
};

export const workspaces = (): readonly Workspace[] => registered;
