import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';

/**
 * Software WebGL 2: what is drawn is the same on every machine. For WebGL alone: the page around it is laid together without a
 * graphics card's programs, which for a processor to imitate cost a quarter of all that a test did.
 */
const SOFTWARE_GRAPHICS = ['--use-angle=swiftshader-webgl', '--enable-unsafe-swiftshader'];

/** None of the calls home a browser makes on its own. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** HYALITE_CHROME_FLAGS, words apart, in place of those for software graphics: `--use-angle=vulkan` draws on a card. */
const graphicsFlags = (): readonly string[] =>
  process.env.HYALITE_CHROME_FLAGS?.split(/\s+/).filter((flag) => flag !== '') ?? SOFTWARE_GRAPHICS;

export interface Watch {
  /** Errors the page printed or threw. */
  readonly errors: string[];
  /** Requests that left the origin of the server under test. */
  readonly offOrigin: string[];
}

export interface OpenBrowser {
  open(url: string): Promise<{ page: Page; watch: Watch }>;
  /** Every page of `url` carries this cookie (`name=value`) from now on. */
  signIn(url: string, cookie: string): Promise<void>;
  close(): Promise<void>;
}

export interface BrowserLook {
  readonly width?: number;
  readonly height?: number;
  readonly colourScheme?: 'light' | 'dark';
  readonly locale?: 'zh-CN' | 'en-US';
  readonly extraFlags?: readonly string[];
}

/** Watches a page from its first request: zero errors and zero off-origin requests are part of every browser test. */
const watchPage = (page: Page, origin: string): Watch => {
  const watch: Watch = { errors: [], offOrigin: [] };
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:|^wss?:/.test(url.protocol) && url.origin !== origin) watch.offOrigin.push(request.url());
  });
  return watch;
};

/** A browser with an empty profile and a fixed window, closed with everything it wrote. */
export const openBrowser = async (look: BrowserLook = {}): Promise<OpenBrowser> => {
  const { width = 1440, height = 900, colourScheme = 'dark', locale = 'zh-CN', extraFlags = [] } = look;
  const profile = await mkdtemp(join(tmpdir(), 'hyalite-browser-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: true,
    args: [...FLAGS, ...graphicsFlags(), ...extraFlags],
    viewport: { width, height },
    deviceScaleFactor: 1,
    colorScheme: colourScheme,
    locale,
    reducedMotion: 'reduce',
  });
  return {
    async open(url) {
      const page = await context.newPage();
      const watch = watchPage(page, new URL(url).origin);
      await page.goto(url, { waitUntil: 'domcontentloaded' });
      return { page, watch };
    },
    async signIn(url, cookie) {
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};

/** Waits until the first picture of every visible layer is on the screen (web/shell/view-signals.ts). */
export const waitUntilDrawn = async (page: Page, timeout = 120_000): Promise<void> => {
  await page.waitForSelector('[data-view-state="ready"][data-pending="0"], [data-view-state="error"]', {
    timeout,
    state: 'attached',
  });
  const failed = await page.locator('[data-view-state="error"]').count();
  if (failed) throw new Error(`the view failed: ${await page.locator('body').textContent()}`);
};

const THEMES = { zh: { light: '浅色', dark: '深色' }, en: { light: 'Light', dark: 'Dark' } } as const;

/**
 * The same page in another language and theme, chosen from the top bar as a person does: a second look at what is open, for which the
 * scene need not be loaded again.
 */
export const relook = async (
  page: Page,
  { lang, theme }: { readonly lang: 'zh' | 'en'; readonly theme: 'light' | 'dark' },
): Promise<void> => {
  await page.locator('.hy-top-end .anticon-translation').click();
  await page
    .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', {
      hasText: lang === 'zh' ? '中文' : 'English',
    })
    .click();
  await page.waitForFunction((wanted) => document.documentElement.lang.startsWith(wanted), lang);
  await page.locator('.hy-top-end').locator('.anticon-desktop, .anticon-sun, .anticon-moon').last().click();
  await page
    .locator('.ant-dropdown:not(.ant-dropdown-hidden) .ant-dropdown-menu-item', {
      hasText: THEMES[lang][theme],
    })
    .click();
  await page.waitForFunction((wanted) => document.documentElement.dataset.theme === wanted, theme);
};

/** Goes to another view of the same page by its link, as the browser's back button does: language and theme stay. */
export const goToLink = async (page: Page, search: string): Promise<void> =>
  page.evaluate((wanted) => {
    history.replaceState(null, '', wanted);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
