import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { ROOT } from './app-server.ts';

/** Every screenshot of a run, for a person to open; not committed. */
export const SCREENSHOTS = join(ROOT, 'e2e', 'screenshots');
/** What the screen should look like; committed. `UPDATE_SCREENSHOTS=1` writes them anew: look at them then. */
const REFERENCES = join(ROOT, 'e2e', 'references');

/** Share of pixels that may differ: drivers and browser versions shift edges, not shapes. */
const TOLERANCE = 0.03;
/** Colour distance (0…1) under which two pixels are the same to pixelmatch. */
const PIXEL_THRESHOLD = 0.2;

export const saveScreenshot = async (target: Page | Locator, name: string): Promise<Buffer> => {
  await mkdir(SCREENSHOTS, { recursive: true });
  return target.screenshot({ path: join(SCREENSHOTS, `${name}.png`), animations: 'disabled' });
};

/** Pictures of docs/gallery.md; committed. `UPDATE_PICTURES=1` writes them anew: look at them then. */
const PICTURES = join(ROOT, 'docs', 'pictures');

/** A screenshot that is a picture of the gallery as well: as JPEG, for it has to be small. */
export const savePicture = async (page: Page, name: string): Promise<void> => {
  await saveScreenshot(page, name);
  if (process.env.UPDATE_PICTURES === '1')
    await page.screenshot({
      path: join(PICTURES, `${name}.jpg`),
      type: 'jpeg',
      quality: 62,
      animations: 'disabled',
    });
};

/** Share of pixels that differ between two pictures of one size. @throws RangeError when the sizes differ */
export const pixelDifference = (a: PNG, b: PNG, diff?: PNG): number => {
  if (a.width !== b.width || a.height !== b.height)
    throw new RangeError(`pictures of ${a.width}×${a.height} and ${b.width}×${b.height}`);
  const count = pixelmatch(a.data, b.data, diff?.data, a.width, a.height, { threshold: PIXEL_THRESHOLD });
  return count / (a.width * a.height);
};

/** Share of pixels that may differ in a picture that stands still. */
const STILL = 0.001;
const LOOKS = 12;

/** PNG of a part of the page once two in a row, `pauseMs` apart, are the same; or the last of a dozen. */
export const stillPicture = async (target: Locator, pauseMs = 700): Promise<Buffer> => {
  const taken = () => target.screenshot({ animations: 'disabled' });
  let last = await taken();
  for (let look = 0; look < LOOKS; look++) {
    await pause(pauseMs);
    const next = await taken();
    // Nearly always the very same bytes: to decode them and compare pixels takes longer than to draw them.
    if (last.equals(next) || pixelDifference(PNG.sync.read(last), PNG.sync.read(next)) < STILL) return next;
    last = next;
  }
  return last;
};

/** Saves a screenshot and compares it with its reference; a differing one leaves `NAME-diff.png` beside it. */
export const expectScreenshot = async (target: Page | Locator, name: string): Promise<void> => {
  const taken = PNG.sync.read(await saveScreenshot(target, name));
  const reference = join(REFERENCES, `${name}.png`);
  if (process.env.UPDATE_SCREENSHOTS === '1') {
    await mkdir(REFERENCES, { recursive: true });
    await writeFile(reference, PNG.sync.write(taken));
    return;
  }
  if (!existsSync(reference))
    throw new Error(`no reference ${reference}: run with UPDATE_SCREENSHOTS=1 and look at it`);
  const wanted = PNG.sync.read(await readFile(reference));
  const diff = new PNG({ width: wanted.width, height: wanted.height });
  const share = pixelDifference(taken, wanted, diff);
  if (share <= TOLERANCE) return;
  await writeFile(join(SCREENSHOTS, `${name}-diff.png`), PNG.sync.write(diff));
  throw new Error(
    `${name}: ${(share * 100).toFixed(1)} % of the pixels differ (${TOLERANCE * 100} % allowed)`,
  );
};

/** How many different colours a picture holds, counted in steps of 16 a channel: a blank scene has a handful. */
export const colourCount = (png: PNG): number => {
  const seen = new Set<number>();
  for (let i = 0; i < png.data.length; i += 4)
    seen.add(((png.data[i] >> 4) << 8) | ((png.data[i + 1] >> 4) << 4) | (png.data[i + 2] >> 4));
  return seen.size;
};
