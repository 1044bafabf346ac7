import { expect, it } from 'vitest';
import { outsideRegister, type PlacedMine } from './outside-register.ts';

const placed = (mine: string, by: PlacedMine['by']): PlacedMine => ({ mine, county: 'one', by });

it('gives the mines that no register lists, with who says that they are the county’s', () => {
  const mines = [
    placed('z', 'live'),
    placed('a', 'register'),
    placed('k', 'bundle'),
    placed('b', 'register'),
  ];
  expect(outsideRegister(mines, new Set(['a', 'b']))).toEqual([
    { mine: 'k', by: 'bundle' },
    { mine: 'z', by: 'live' },
  ]);
});

it('goes by the register that is shown: what it lists is not outside, whoever else names it', () => {
  expect(outsideRegister([placed('a', 'live'), placed('b', 'register')], new Set(['a']))).toEqual([]);
});

it('without a register every mine is outside', () => {
  expect(outsideRegister([placed('a', 'bundle')], new Set())).toEqual([{ mine: 'a', by: 'bundle' }]);
});
