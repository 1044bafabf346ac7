import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { MESSAGE_SCHEMAS, METRICS, type ReadingKind } from '../domain/contracts/live/messages.ts';
import { mqttDocs } from './mqtt-docs.ts';

const docs = mqttDocs();
const published = (kind: string): ValidateFunction =>
  new Ajv2020({ strict: false }).compile(JSON.parse(docs[`mqtt/${kind}.schema.json`]!));
const ENVELOPE = { v: 1, boot: 'b', seq: 0, at: 1_800_000_000_000, sent: 1_800_000_000_000 };

test.each(Object.keys(METRICS) as ReadingKind[])(
  'the published schema of %s takes what the gateway takes',
  (kind) => {
    const check = published(kind);
    const values = Object.fromEntries(
      Object.entries(METRICS[kind]).map(([metric, unit]) => [metric, unit === 'bool' ? true : 1.5]),
    );
    const good = { ...ENVELOPE, readings: [{ device: 'd', values }] };
    const wrong = [
      { ...good, surplus: 1 },
      { ...good, seq: -1 },
      { ...good, at: 0 },
      { ...good, readings: [{ device: 'd/e', values }] },
      { ...good, readings: [{ device: 'd', values: { coffee: 1 } }] },
    ];
    expect([check(good), MESSAGE_SCHEMAS[kind].safeParse(good).success]).toEqual([true, true]);
    for (const one of wrong)
      expect([check(one), MESSAGE_SCHEMAS[kind].safeParse(one).success], JSON.stringify(one)).toEqual([
        false,
        false,
      ]);
    for (const metric of Object.keys(values))
      expect(docs['mqtt/metrics.md']).toContain(`| ${kind} | \`${metric}\` |`);
  },
);

test('and so does that of positions, which refuses a misspelt key', () => {
  const check = published('position');
  const tag = { id: 't', e: 1, n: 2 };
  expect(check({ ...ENVELOPE, tags: [tag, { ...tag, sos: true }] })).toBe(true);
  expect(check({ ...ENVELOPE, tags: [{ ...tag, SOS: true }] })).toBe(false);
});
