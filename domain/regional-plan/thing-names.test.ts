import { expect, test } from 'vitest';
import { groundOf } from './plan-sources.ts';
import { smallFeature, smallSources } from './small-plan.test-kit.ts';
import { placeInModel, thingName, thingWords } from './thing-names.ts';

const named = smallFeature('a', 'a/goafs/G7', 'goaf', 0, {
  name: { zh: '七号采空区', en: 'Goaf seven' },
  to: '2020-01-01',
});
const plain = smallFeature('b', 'F2', 'fault', 1, { name: { zh: 'F2', en: 'F2' } });
const ground = groundOf(smallSources({ features: [named, plain] }), '2026-11-30');
const of = (mine: string, category = 'goaf') => ({ mine, category });

test('a name that says what it is goes by itself', () => {
  expect(thingWords(named)).toEqual({ zh: '七号采空区', en: 'Goaf seven' });
  expect(thingWords(plain)).toEqual({ zh: '断层 F2', en: 'fault F2' });
});

test('a thing goes by its name in the county, with its number in the drawings, on whatever day', () => {
  expect(placeInModel(ground, of('a'), { layer: 'goafs', feature: 'G7' })).toEqual({
    zh: '七号采空区（G7）',
    en: 'Goaf seven (G7)',
  });
  expect(placeInModel(ground, of('b', 'fault'), { layer: 'faults', feature: 'F2' }).zh).toBe('断层 F2');
  expect(thingName(ground, ['b', 'a'], 'a/goafs/G7')?.en).toBe('Goaf seven');
  expect(thingName(ground, ['b'], 'a/goafs/G7')).toBeNull();
});

test('else by the title of its layer, else by what kind of hazard it is', () => {
  expect(placeInModel(ground, of('a'), { layer: 'goafs', feature: 'G9' })).toEqual({
    zh: '采空区 G9',
    en: 'Goafs G9',
  });
  expect(placeInModel(ground, of('c', 'karst'), { layer: 'lyr-3', feature: 'K1' })).toEqual({
    zh: '岩溶 K1',
    en: 'karst K1',
  });
});
