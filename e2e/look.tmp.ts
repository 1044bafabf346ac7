import { startAppServer } from './app-server.ts';
import { openBrowser, waitUntilDrawn } from './browser.ts';
import { TEST_BUNDLES } from './test-bundles.ts';
import { TEST_COUNTIES } from './test-counties.ts';
const shots: [string, string, { w: number; h: number; theme: 'light' | 'dark'; lang: 'zh-CN' | 'en-US' }, ((p: any) => Promise<void>)?][] = JSON.parse(process.env.SHOTS ?? '[]');
const server = await startAppServer(TEST_BUNDLES, ['--counties', TEST_COUNTIES]);
console.log(server.url);
for (const [name, query, { w, h, theme, lang }, act] of shots as any) {
  const browser = await openBrowser({ width: w, height: h, colourScheme: theme, locale: lang });
  const { page, watch } = await browser.open(server.url);
  page.setDefaultTimeout(30000);
  await page.goto(`${server.url}/?v=1&render=half${query}`);
  await waitUntilDrawn(page);
  if (act) await new Function('page', `return (async()=>{${act}})()`)(page);
  await page.waitForTimeout(2500);
  await page.screenshot({ path: `/tmp/depth-look/${name}.png` });
  console.log(name, page.url().slice(-200), watch.errors.slice(0, 4));
  await browser.close();
}
await server.stop();
process.exit(0);
