import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Prefix of folders under the bundles root that are being written; the server never lists them. */
export const WORK_PREFIX = '.building-';

export interface BundleWork {
  /** Where the new bundle is written. */
  readonly folder: string;
  /** Puts the new bundle in the place of the old one. */
  publish(): Promise<void>;
  /** Throws the half-made bundle away; the last good one was never touched. */
  discard(): Promise<void>;
}

/**
 * A bundle is written beside its final place and renamed into it when it is whole, so a failed or killed build
 * leaves the last good bundle as it was. The old one is moved aside first: renaming onto a full folder fails.
 */
export const beginBundle = async (bundleFolder: string): Promise<BundleWork> => {
  const root = dirname(bundleFolder);
  await mkdir(root, { recursive: true });
  const work = await mkdtemp(join(root, WORK_PREFIX));
  const fresh = join(work, 'new');
  await mkdir(fresh);
  return {
    folder: fresh,
    async publish() {
      const old = join(work, 'old');
      let hadOld = true;
      try {
        await rename(bundleFolder, old);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
        hadOld = false;
      }
      try {
        await rename(fresh, bundleFolder);
      } catch (error) {
        if (hadOld) await rename(old, bundleFolder);
        throw error;
      }
      await rm(work, { recursive: true, force: true });
    },
    async discard() {
      await rm(work, { recursive: true, force: true });
    },
  };
};
