import { expect, test } from 'vitest';
import { layeredModel } from '../geology/small-model.test-kit.ts';
import { metres } from '../units/quantities.ts';
import type { LogContact } from './log-contacts.ts';
import { doubtedByModel } from './model-doubt.ts';

/** Its second contact is 1 + east/100 m sure. */
const model = layeredModel();
const id = model.units[1]!.id;
const side = (east: number, more: object = {}) => ({
  log: { path: Float64Array.of(0, east, 300, 100, 200, east, 300, -100), bases: [], ...more },
  contacts: [
    { key: id, name: { zh: id, en: id }, depth: metres(90), to: null, kind: 'contact' } satisfies LogContact,
  ],
});
const PAIR = [{ a: 0, b: 0, certain: true }];
const certain = (a: ReturnType<typeof side>, b: ReturnType<typeof side>, bound: number) =>
  doubtedByModel(PAIR, a, b, model, bound)[0]!.certain;

test('a line is inferred where the model between two holes passes the bound or does not know', () => {
  expect(certain(side(100), side(300), 4)).toBe(true);
  expect(certain(side(100), side(300), 3.9)).toBe(false);
  expect(certain(side(100), side(1e5), 100)).toBe(false);
});

test('what was inferred stays so, and of what the model says nothing the logs decide', () => {
  expect(doubtedByModel([{ a: 0, b: 0, certain: false }], side(100), side(110), model, 100)[0]!.certain).toBe(
    false,
  );
  expect(certain(side(100, { bases: null }), side(300), 1)).toBe(true);
  expect(certain(side(100), side(300, { path: null }), 1)).toBe(true);
});
