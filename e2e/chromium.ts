import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Where installers put it outside PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = (): string | undefined =>
  [
    ...(process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...PLACES,
  ].find(existsSync);

const apt = (...args: string[]): boolean =>
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

/** Debian's browser and the fonts the Chinese screenshots need; only root can. */
const installWithApt = (): string | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  process.stdout.write('installing chromium and fonts-noto-cjk with apt-get …\n');
  apt('update', '-qq');
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk')
    ? installed()
    : undefined;
};

/** Without a CJK font the Chinese screenshots are boxes; asked of fontconfig, where that exists. */
const hasChineseFont = (): boolean => {
  const list = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return list.status !== 0 || list.stdout.trim() !== '';
};

/**
 * Path of a Chromium: CHROME_PATH, else an installed one, else one from apt where that can be done.
 * @throws Error with one line that says what to install
 */
export const findChromium = (): string => {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, which does not exist`);
  }
  const found = installed();
  if (found && (hasChineseFont() || process.getuid?.() !== 0)) return found;
  const fresh = installWithApt() ?? found;
  if (fresh) return fresh;
  throw new Error(
    'no Chromium found: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROME_PATH',
  );
};
