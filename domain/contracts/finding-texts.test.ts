import { expect, test } from 'vitest';
import type { Finding } from './finding.ts';
import { describeFinding } from './finding-texts.ts';

const finding = (patch: Partial<Finding>): Finding => ({
  severity: 'warning',
  code: 'file-missing',
  source: 'goafs',
  file: 'goafs.csv',
  params: {},
  ...patch,
});

test('says what and how to mend in the language asked for, blanks filled', () => {
  expect(describeFinding(finding({}), 'zh').what).toMatch(/[\u4e00-\u9fff]/);
  expect(describeFinding(finding({}), 'en').mend).toMatch(/mine\.yaml/);
  const found = describeFinding(finding({ code: 'encoding-found', params: { encoding: 'gb18030' } }), 'en');
  expect(found.what).toContain('gb18030');
});

test.each(['from-a-later-version', 'constructor', 'toString'])(
  'keeps a finding it has no words for: %s',
  (code) => {
    expect(describeFinding(finding({ code }), 'en').what).toContain(code);
    expect(describeFinding(finding({ code }), 'zh').what).toContain(code);
  },
);
