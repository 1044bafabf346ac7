import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../../e2e/app-server.ts';
import { startEnginePage } from '../../e2e/engine-page.ts';
import type { Bench } from '../figure.ts';
import { ABOUT, measureInstancing } from './instancing-rounds.ts';

/** Moving things in the scene: what they cost the main thread and how soon they are on the screen. */
export const instancing: Bench = {
  name: 'instancing',
  about: ABOUT,
  async run(note) {
    const page = join(ROOT, 'bench', 'pages', 'instancing');
    const server = await startEnginePage(page, join(ROOT, '.cache', 'bench-instancing'), ROOT);
    try {
      const { figures, graphics } = await measureInstancing(server.url, (line) =>
        process.stderr.write(`  ${line}\n`),
      );
      note({ graphics });
      return figures;
    } finally {
      await server.stop();
    }
  },
};
