import { createRoot } from 'react-dom/client';
import { loadSession } from './accounts/session-store.ts';
import { watchSignOut } from './accounts/watch-sign-out.ts';
import { startTexts } from './i18n/i18n.ts';
import './region/register.ts';
import './mine/register.ts';
import './section/register.ts';
import { loadEngine } from './mine/load-engine.ts';
import { App } from './shell/app.tsx';
import { linkComesFrom } from './shell/copy-link.ts';
import { isFreshPage, loadCountyList } from './shell/county-list.ts';
import { loadMineList } from './shell/mine-list.ts';
import { notify } from './shell/notices.ts';
import { languageOf, storedPreferences } from './shell/preferences.ts';
import { SHELL_FIELDS } from './shell/url-fields.ts';
import { parseUrl } from './shell/url-state.ts';
import { startUrlSync } from './shell/url-sync.ts';
import { DEFAULT_VIEW } from './shell/view-state.ts';
import { setView, useView } from './shell/view-store.ts';
import { workspaces } from './shell/workspaces.ts';

const fields = [...SHELL_FIELDS, ...workspaces().flatMap(({ urlFields }) => urlFields)];
const { state, dropped } = parseUrl(window.location.search, fields);
const isFresh = isFreshPage(window.location.search);
const stored = storedPreferences();
setView({
  ...state,
  language: state.language ?? stored.language,
  theme: state.theme ?? stored.theme,
});
if (dropped.length > 0) notify({ kind: 'link-dropped', dropped });
if (!workspaces().some(({ id }) => id === state.workspace)) {
  notify({ kind: 'link-workspace', workspace: state.workspace });
  setView({ workspace: DEFAULT_VIEW.workspace });
}
linkComesFrom(
  startUrlSync(useView, fields, window, (parts) => notify({ kind: 'link-dropped', dropped: parts })),
);
startTexts(languageOf(useView.getState()));

const enter = (): void => {
  void loadMineList();
  // Whoever sees a county begins with it, unless the link says where to.
  void loadCountyList({ isFirstScreen: isFresh });
};
createRoot(document.getElementById('root')!).render(<App onEnter={enter} />);
watchSignOut();
void loadSession();
// The engine is the largest download: it is asked for now, not when the catalog has come. A failure is told there.
if (state.workspace === DEFAULT_VIEW.workspace && !isFresh) loadEngine().catch(() => {});
