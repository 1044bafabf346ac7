import { expect, test } from 'vitest';
import { gaussKruegerOf } from './gauss-krueger.ts';

test.each([
  [117.2, 39],
  [115.4, 38],
  [118.6, 40],
])('%f° lies in zone %i', (longitude, zone) => {
  expect(gaussKruegerOf(longitude)).toMatchObject({
    zone,
    proj: expect.stringContaining(`+lon_0=${zone * 3} `),
  });
});
