import { describe, expect, it } from 'vitest';
import { cameraOffline } from './camera-offline.ts';
import {
  HOUR,
  MORNING,
  subjects,
  tinyReading,
  tinySituation,
  tinyWatcher,
} from './tiny-rule-mine.test-kit.ts';

const camera = { id: 'c1', kind: 'camera', name: 'c1', enu: null };
const judge = (online: boolean | null, age = 0) =>
  cameraOffline(
    tinyWatcher()(
      tinySituation(MORNING, [], {
        readings: online === null ? [] : [tinyReading('c1', 'camera.online', online, MORNING - age)],
      }),
    ),
    [camera],
  );

describe('cameraOffline', () => {
  it('finds a camera reported offline, and denies one reported online', () => {
    expect(subjects(judge(false))).toEqual(['c1']);
    expect([subjects(judge(true)), judge(true).denies('c1', null)]).toEqual([[], true]);
  });

  it('knows nothing of one nobody has reported on for long', () => {
    expect([subjects(judge(null)), judge(null).denies('c1', null)]).toEqual([[], false]);
    expect([subjects(judge(true, HOUR)), judge(true, HOUR).denies('c1', null)]).toEqual([[], false]);
  });
});
