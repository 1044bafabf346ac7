import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import { ledgerSeedSchema } from '../../../domain/contracts/ledger.ts';
import { crossValidation } from '../../../domain/hazards/cross-validation.ts';
import { missingFixed } from '../../../domain/hazards/five-fixed.ts';
import { writeRefusals } from '../../../domain/hazards/write-rules.ts';
import { AS_OF } from './county-place.ts';

const seed = ledgerSeedSchema.parse(
  JSON.parse(await readFile(new URL('../../yunxiu-county/hazards.json', import.meta.url), 'utf8')),
);

it('was written as the ledger lets it be written, version by version, oldest first', () => {
  const before = new Map<string, Hazard>();
  let last = '';
  const handedIn = new Set<string>();
  for (const { writtenAt, reason, hazard, files } of seed) {
    for (const { text } of files ?? []) {
      // A file is opened without its neighbours.
      expect(text).toMatch(/^\uFEFF合成数据.*Synthetic/u);
      handedIn.add(createHash('sha256').update(text).digest('hex'));
    }
    expect(writtenAt >= last).toBe(true);
    last = writtenAt;
    const today = writtenAt.slice(0, 10);
    expect(today <= AS_OF).toBe(true);
    const refusals = writeRefusals({
      mine: hazard.mine,
      before: before.get(hazard.id) ?? null,
      after: hazard,
      reason,
      rights: { write: true, accept: true, close: true },
      today,
      attachments: handedIn,
      own: new Set(),
      ...{ fromMine: null, whyFar: null },
    });
    expect(refusals, `${hazard.id} ${writtenAt}`).toEqual([]);
    before.set(hazard.id, hazard);
  }
  expect(handedIn.size).toBeGreaterThan(80);
});

it('holds every state, proven and unproven hazards, and gaps', () => {
  const now = new Map(seed.map(({ hazard }) => [hazard.id, hazard]));
  expect(now.size).toBeGreaterThan(270);
  const all = [...now.values()];
  for (const state of ['found', 'verifying', 'treating', 'accepted', 'closed'] as const)
    expect(all.filter((hazard) => hazard.state === state).length, state).toBeGreaterThan(10);
  for (const status of ['proven', 'inferred', 'contradicted'] as const)
    expect(
      all.filter(({ evidence }) => crossValidation(evidence).status === status).length,
      status,
    ).toBeGreaterThan(5);
  const treated = all.filter(({ state }) => state === 'treating');
  expect(treated.some(({ fiveFixed }) => missingFixed(fiveFixed).length > 0)).toBe(true);
  expect(treated.some(({ fiveFixed }) => missingFixed(fiveFixed).length === 0)).toBe(true);
});
