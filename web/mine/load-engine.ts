import type { CreateMineView } from '../engines/mine-view.ts';

/** Fetches the engine's code, some megabytes, apart from the shell; the module is fetched once. */
export const loadEngine = async (): Promise<CreateMineView> =>
  (await import('../engines/cesium/index.ts')).createMineView;
