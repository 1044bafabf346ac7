import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tinyAlarm } from '../../../domain/rules/tiny-alarm.test-kit.ts';
import { highestCursor } from './highest-cursor.ts';

it('finds the highest stored cursor in few questions', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(2 ** 40), fc.nat(100), async (highest, behind) => {
      let asked = 0;
      const alarms = ({ afterCursor = 0 }: { afterCursor?: number }) => {
        asked++;
        return Promise.resolve(afterCursor < highest ? [tinyAlarm({ cursor: highest })] : []);
      };
      expect(await highestCursor({ alarms }, 'tiny', Math.max(0, highest - behind))).toBe(highest);
      expect(asked).toBeLessThan(20);
      expect(await highestCursor({ alarms }, 'tiny', 0)).toBe(highest);
    }),
  );
});
