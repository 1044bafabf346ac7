import { describe, expect, it } from 'vitest';
import { SITE_KIND_IDS } from '../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../domain/contracts/site-kinds.ts';
import { siteRoles } from './county-roles.ts';

describe.each(SITE_KIND_IDS)('columns of %s', (kind) => {
  it('have a header each that means nothing else', () => {
    const headers = Object.values(siteRoles(kind)).flatMap((of) => [...new Set(of)]);
    expect(headers.filter((one, i) => headers.indexOf(one) !== i)).toEqual([]);
  });

  it('tell whether the site is watched, and words of a choice stand for one value each', () => {
    const { fields } = SITE_KINDS[kind];
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['access', 'inspected']));
    for (const { values } of fields) {
      const words = Object.values(values ?? {}).map(({ zh }) => zh.replace(/（.*）/u, ''));
      expect(new Set(words).size).toBe(words.length);
    }
  });
});
