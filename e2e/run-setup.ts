import { buildAppIfNeeded } from '../bin/app-build.ts';

/** Before all browser tests: the app is built, once. */
export default async (): Promise<void> => {
  await buildAppIfNeeded();
};
