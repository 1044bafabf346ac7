import { expect, it } from 'vitest';
import { attachmentQuota, DEFAULT_QUOTA, quotaProblem } from './attachment-quota.ts';

it('holds by default, as the environment says, and is refused where that is no number', () => {
  expect(attachmentQuota({})).toEqual(DEFAULT_QUOTA);
  expect(attachmentQuota({ HYALITE_ATTACHMENTS_A_MINE_GIB: '0.5' })).toEqual({
    ...DEFAULT_QUOTA,
    mine: 512 * 1024 * 1024,
  });
  for (const text of ['0', '-1', 'much', '5 GiB'])
    expect(() => attachmentQuota({ HYALITE_ATTACHMENTS_A_COUNTY_GIB: text })).toThrow(
      /COUNTY_GIB=.*like 100/,
    );
});

it('takes what fits to the last byte, and names which quota is full and how to mend it', () => {
  const quota = { mine: 10, county: 20 };
  expect(quotaProblem({ mine: 4, county: 14 }, quota, 6)).toBeNull();
  expect(quotaProblem({ mine: 5, county: 5 }, quota, 6)).toMatchObject({
    status: 507,
    title: 'The mine’s attachments are full',
  });
  const full = quotaProblem({ mine: 0, county: 15 }, quota, 6)!;
  expect(full.title).toContain('county');
  expect(full.mend).toContain('HYALITE_ATTACHMENTS_A_COUNTY_GIB');
});
