import { expect, test } from 'vitest';
import { DEFAULT_VIEW } from '../../../shell/view-state.ts';
import { DRIVE_FIELD } from './drive-field.ts';

test('what is written is read again, whatever a heading is called', () => {
  for (const driveOn of [
    null,
    { heading: null },
    { heading: 'JH-01' },
    { heading: 'JH-01', along: 0 },
    { heading: 'at_m1_at_JH', along: 123.45 },
    { heading: 'all' },
    { heading: '西_1/2' },
  ]) {
    const text = DRIVE_FIELD.write({ ...DEFAULT_VIEW, driveOn });
    expect(text === null ? { driveOn: null } : DRIVE_FIELD.read(text)).toEqual({ driveOn });
  }
});

test('anything else is not understood', () => {
  for (const text of ['', 'm1_JH-01', 'm-1_at_JH-01', 'at_', 'JH-01', `at_${'x'.repeat(129)}`])
    expect(DRIVE_FIELD.read(text)).toBeNull();
});
