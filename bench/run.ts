import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from './figure.ts';
import { build } from './measures/build.ts';
import { clearance } from './measures/clearance.ts';
import { firstPicture } from './measures/first-picture.ts';
import { instancing } from './measures/instancing.ts';
import { kriging } from './measures/kriging.ts';
import { ledger } from './measures/ledger.ts';
import { live } from './measures/live.ts';
import { neighbours } from './measures/neighbours.ts';
import { region } from './measures/region.ts';
import { replay } from './measures/replay.ts';
import { section } from './measures/section.ts';
import { soak } from './measures/soak.ts';
import { tile } from './measures/tile.ts';
import { packInstancing } from './pack-instancing.ts';
import { resultText } from './result.ts';

/**
 * `npm run bench [-- NAME…]`: prints a table, then one JSON line a figure, and writes bench/results/NAME.json.
 * `npm run bench -- --pack FOLDER`: writes what the bench instancing needs on another machine.
 */
const BENCHES: readonly Bench[] = [
  build,
  tile,
  firstPicture,
  kriging,
  clearance,
  neighbours,
  region,
  ledger,
  section,
  instancing,
  replay,
  live,
  soak,
];
const RESULTS = join(import.meta.dirname, 'results');

const table = (figures: readonly Figure[]): string => {
  const rows = figures.map((f) => [
    f.bench,
    f.metric,
    `${f.ours} ${f.unit}`,
    f.peer === null ? '–' : `${f.peer} ${f.unit}`,
    f.peerName ?? '–',
    f.ratio === null ? '–' : String(f.ratio),
  ]);
  const all = [['bench', 'metric', 'ours', 'peer', 'peer name', 'ratio'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map((row) => row[i].length)));
  return all.map((row) => row.map((text, i) => text.padEnd(widths[i])).join('  ')).join('\n');
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean' }, pack: { type: 'string' } },
});
const unknown = positionals.filter((name) => !BENCHES.some((bench) => bench.name === name));
if (unknown.length) {
  process.stderr.write(`no such bench: ${unknown.join(', ')}; --list names them\n`);
  process.exit(2);
}
if (values.list) {
  for (const { name, about } of BENCHES) process.stdout.write(`${name.padEnd(16)} ${about}\n`);
  process.exit(0);
}
if (values.pack !== undefined) {
  await packInstancing(resolve(values.pack));
  process.exit(0);
}

await mkdir(RESULTS, { recursive: true });
const figures: Figure[] = [];
for (const bench of BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
  const reason = bench.skip?.() ?? null;
  if (reason) {
    process.stderr.write(`${bench.name}: left out, ${reason}\n`);
    continue;
  }
  process.stderr.write(`${bench.name}: ${bench.about} …\n`);
  const conditions = {};
  const measured = await bench.run((more) => Object.assign(conditions, more));
  figures.push(...measured);
  const text = resultText(bench.about, measured, conditions);
  await writeFile(join(RESULTS, `${bench.name}.json`), text);
}
process.stdout.write(`${table(figures)}\n`);
for (const one of figures) process.stdout.write(`${JSON.stringify(one)}\n`);
