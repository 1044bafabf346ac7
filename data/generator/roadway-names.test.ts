import { expect, it } from 'vitest';
import { englishRoadway } from './roadway-names.ts';

it.each([
  ['XPD', '', 'Ramp'],
  ['XPL88', '-88', '-88 m ramp access'],
  ['L50-YM', '-50', '-50 m footwall haulage drift'],
  ['L110-CM07', '-110', '-110 m crosscut 7'],
  ['F148-JL09', '-148', '-148 m stope access 9'],
  ['TJ170-14', '-170', '-170 m ventilation raise 14'],
])('%s is called so in English', (id, level, name) => {
  expect(englishRoadway({ id, level })).toBe(name);
});

it('does not make a name up', () => {
  expect(() => englishRoadway({ id: 'L50-ZZ', level: '-50' })).toThrow('L50-ZZ');
});
