import { expect, it } from 'vitest';
import { DEFAULT_VIEW, DUTIES } from '../../../shell/view-state.ts';
import { DUTY_FIELD } from './duty-field.ts';

it('is read as it was written', () => {
  for (const duty of DUTIES)
    expect(DUTY_FIELD.read(DUTY_FIELD.write({ ...DEFAULT_VIEW, duty })!)).toEqual({ duty });
  const ways = { duty: 'escape' as const, wayFrom: 'KP_1/西' };
  expect(DUTY_FIELD.read(DUTY_FIELD.write({ ...DEFAULT_VIEW, ...ways })!)).toEqual(ways);
});

it('keeps the place only with the exits', () =>
  expect(DUTY_FIELD.write({ ...DEFAULT_VIEW, duty: 'right', wayFrom: 'KP-1' })).toBe('right'));

it('understands nothing else', () => {
  for (const text of ['', 'all', 'escape_', 'right_KP', `escape_${'x'.repeat(129)}`])
    expect(DUTY_FIELD.read(text)).toBeNull();
});
