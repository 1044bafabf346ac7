import { expect, test } from 'vitest';
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
