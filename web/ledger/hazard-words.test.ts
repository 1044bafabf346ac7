import { expect, test } from 'vitest';
import { startTexts } from '../i18n/i18n.ts';
import { placeText } from './hazard-words.ts';

test('a thing of the model goes by its layer’s name; a layer that is not known goes without, and never by its id', () => {
  const zh = startTexts('zh').t;
  const place = { kind: 'feature', layer: 'goafs', feature: 'G1997-A8' } as const;
  expect(placeText(place, zh, () => '采空区')).toBe('采空区 · G1997-A8（三维模型对象）');
  expect(placeText(place, zh, () => null)).toBe('三维模型对象 G1997-A8');
  expect(placeText(place, startTexts('en').t, () => null)).toBe('G1997-A8 of the 3D model');
});
