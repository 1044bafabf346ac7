import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { servePage } from '../e2e/page-server.ts';
import { ABOUT, measureInstancing } from './measures/instancing-rounds.ts';
import { resultText } from './result.ts';

/**
 * The bench instancing on another machine, without this repository: `node run.mjs [RESULT.json]` in a folder made by
 * `npm run bench -- --pack FOLDER`. CHROME_PATH names the browser, HYALITE_CHROME_FLAGS what it draws with. Prints the
 * result, or writes it.
 */
const server = await servePage(join(import.meta.dirname, 'page'), import.meta.dirname);
try {
  const { figures, graphics } = await measureInstancing(server.url, (line) =>
    process.stderr.write(`${line}\n`),
  );
  const text = resultText(ABOUT, figures, { graphics });
  const file = process.argv[2];
  if (file) await writeFile(file, text);
  else process.stdout.write(text);
} finally {
  await server.stop();
}
