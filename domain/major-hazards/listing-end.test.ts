import { expect, test } from 'vitest';
import { daysPastListing } from './listing-end.ts';
import { sampleCloseOut, sampleMajor } from './sample-major.test-kit.ts';

const LISTED = { office: '市安委办', level: 'city', on: '2026-11-05', until: '2026-11-20' } as const;

test('supervision is past its own end, ahead of it, without one, or over', () => {
  const listed = sampleMajor({ listed: LISTED });
  expect(daysPastListing(listed, '2026-11-20')).toBe(0);
  expect(daysPastListing(listed, '2026-11-30')).toBe(10);
  expect(daysPastListing(sampleMajor({ listed: { ...LISTED, until: null } }), '2026-11-30')).toBe(null);
  expect(daysPastListing(sampleMajor(), '2026-11-30')).toBe(null);
  const closed = sampleMajor({ listed: LISTED, state: 'closed', closeOut: sampleCloseOut() });
  expect(daysPastListing(closed, '2026-11-30')).toBe(0);
});
