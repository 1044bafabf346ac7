import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerSeedSchema } from '../../domain/contracts/ledger.ts';
import { majorSeedSchema } from '../../domain/contracts/major-hazard.ts';
import { historyMove } from '../../domain/county/moved-history.ts';
import { bodyOf } from '../../domain/major-hazards/write-rules.ts';
import { seedMajorVersions } from './major/seed-major.ts';
import { readSeed } from './read-seed.ts';
import { seedVersions } from './seed-ledger.ts';

const FOLDER = join(import.meta.dirname, '../../data/yunxiu-county');
/** Its `asOf`. */
const END = '2026-11-20';

test.each(['2027-03-21', '2028-02-29'])(
  'the demo’s history, begun on %s, ends within the month before, and the rules take every entry of it',
  async (today) => {
    const move = historyMove(END, today);
    const hazards = await readSeed(
      { file: join(FOLDER, 'hazards.json'), shownAs: 'hazards.json', move },
      ledgerSeedSchema,
    );
    const majors = await readSeed(
      { file: join(FOLDER, 'major-hazards.json'), shownAs: 'major-hazards.json', move },
      majorSeedSchema,
    );
    const now = Date.parse(`${today}T00:00:00+08:00`);
    const ofMine = Map.groupBy(hazards, ({ hazard }) => hazard.mine);
    const mines = new Set([...ofMine.keys(), ...majors.map(({ entry }) => bodyOf(entry).mine)]);
    const hidden = new Map(
      [...ofMine].map(([mine, of]) => [mine, new Set(of.map(({ hazard }) => hazard.id))]),
    );
    const versions = [
      ...seedVersions('yunxiu', hazards, mines, now).values(),
      ...seedMajorVersions('yunxiu', majors, { mines, hidden, now }).values(),
    ].flatMap((of) => of.versions);
    expect(versions).toHaveLength(hazards.length + majors.length);
    const last = Math.max(...versions.map(({ at }) => at));
    expect(last).toBeLessThan(now);
    expect(last).toBeGreaterThan(now - 32 * 86_400_000);
  },
);
