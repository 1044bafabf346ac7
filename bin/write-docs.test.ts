import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { generatedDocs, outdatedDocs } from './write-docs.ts';

test('the committed documentation is what the code says (mend: npm run docs)', async () => {
  expect(await outdatedDocs()).toEqual([]);
});

test('the guide names every kind of source and the keys of the survey', () => {
  const guide = generatedDocs()['mine-yaml.md'];
  for (const word of [
    '### `borehole-collars`',
    '### `goafs`',
    '`geoidSeparation`',
    '`x-north-y-east`',
    '`polygonIs`',
  ])
    expect(guide).toContain(word);
  expect(guide).not.toContain('undefined');
});

test('the guide says of every kind of source what it holds, and of a small block which keys', () => {
  const guide = generatedDocs()['mine-yaml.md'];
  const kinds = guide.split('## Kinds of source')[1]!.split(/^### /mu).slice(1);
  expect(kinds.length).toBeGreaterThan(10);
  for (const kind of kinds) expect(kind).toMatch(/^`[a-z-]+`\n\n[^|\s]/u);
  for (const block of ['`{ zh, en }`', '`{ shape, width, height }`', '`{ top, bottom }`'])
    expect(guide).toContain(block);
});

test('the published schema, with its references, accepts the demo and refuses an unknown key', async () => {
  const check = new Ajv2020({ strict: false }).compile(JSON.parse(generatedDocs()['mine.schema.json']));
  for (const mine of ['qingshi-iron', 'baiyun-limestone']) {
    const text = await readFile(new URL(`../data/${mine}/mine.yaml`, import.meta.url), 'utf8');
    const manifest = parse(text);
    expect(check(manifest), JSON.stringify(check.errors)).toBe(true);
    expect(check({ ...manifest, surplus: 1 })).toBe(false);
  }
});

test('the schema of county.yaml accepts the demo county and refuses an unknown key; its guide names every kind of source', async () => {
  const docs = generatedDocs();
  const check = new Ajv2020({ strict: false }).compile(JSON.parse(docs['county.schema.json']));
  const county = parse(await readFile(new URL('../data/yunxiu-county/county.yaml', import.meta.url), 'utf8'));
  expect(check(county), JSON.stringify(check.errors)).toBe(true);
  expect(check({ ...county, surplus: 1 })).toBe(false);
  for (const word of ['### `mines`', '### `mine-features`', 'GCJ-02', '`tailings-pond`'])
    expect(docs['county-yaml.md']).toContain(word);
  expect(docs['county-yaml.md']).not.toContain('undefined');
});
