import type { CreateCountyView } from '../../engines/county-view.ts';

/** Fetches the map engine's code, apart from the shell and from the mines' engine; the module is fetched once. */
export const loadMapEngine = async (): Promise<CreateCountyView> =>
  (await import('../../engines/map/index.ts')).createCountyView;
