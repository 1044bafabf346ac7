import { describe, expect, it } from 'vitest';
import type { LiveSetup } from '../../domain/contracts/live/setup.ts';
import { langOf, placeName } from './place-names.ts';

const named = (zh: string, en: string) => [{ id: en, name: { zh, en } }];
const setup = {
  devices: named('主水仓水位', 'Main sump level'),
  workPlaces: named('矿灯房', 'Lamp room'),
  keyPlaces: [],
  restrictedZones: [],
  slopes: [],
  roadwayNames: [{ zh: '-88m分段巷', en: '-88 m sublevel drift' }],
} as unknown as LiveSetup;

describe('names of places', () => {
  it('are English where live.yaml names them so, of work places, devices and roadways', () => {
    const names = ['矿灯房', '主水仓水位', '-88m分段巷', '斜坡道'];
    expect(names.map((name) => placeName(name, setup, 'en'))).toEqual([
      'Lamp room',
      'Main sump level',
      '-88 m sublevel drift',
      '斜坡道',
    ]);
    expect(names.map((name) => placeName(name, setup, 'zh'))).toEqual(names);
    expect(placeName('矿灯房', null, 'en')).toBe('矿灯房');
  });

  it('that stay Chinese in the English interface say so', () => {
    expect(langOf('斜坡道', 'en')).toBe('zh');
    expect(langOf('斜坡道', 'zh')).toBeUndefined();
    expect(langOf('Wheal Pell', 'en')).toBeUndefined();
    expect(langOf(null, 'en')).toBeUndefined();
  });
});
