import { describe, expect, it } from 'vitest';
import { disasterKindsOf, gradeMines } from './disaster-grade.ts';

describe('disaster grades of mines', () => {
  it('are the worst of their kinds, and say which one raised them', () => {
    const [first] = gradeMines([
      { id: 'a', disasterGrades: { water: 'major', roof: 'general' }, disasterKinds: null },
    ]);
    expect(first!.worst).toMatchObject({ grade: 'major', raisedBy: ['water'], atLeast: false });
  });

  it('ask of every mine what any is graded in; what is not graded is unknown', () => {
    const mines = gradeMines([
      { id: 'none', disasterGrades: {}, disasterKinds: null },
      { id: 'low', disasterGrades: { roof: 'low' }, disasterKinds: null },
      { id: 'water', disasterGrades: { water: 'larger' }, disasterKinds: null },
    ]);
    expect(mines.map(({ mine }) => mine)).toEqual(['water', 'low', 'none']);
    expect(mines[1]!.worst).toMatchObject({ grade: 'low', ungraded: ['water'], atLeast: true });
    expect(mines[2]!.worst).toMatchObject({ grade: null, ungraded: ['roof', 'water'] });
  });

  it('are "at least" where no rule says in which kinds a mine is graded, and whole where one does and all are', () => {
    const worst = (disasterKinds: string[] | null) =>
      gradeMines([{ id: 'a', disasterGrades: { fire: 'low' }, disasterKinds }])[0]!.worst;
    expect(worst(null)).toMatchObject({ grade: 'low', ungraded: [], atLeast: true });
    expect(worst(['fire'])).toMatchObject({ grade: 'low', ungraded: [], atLeast: false });
    expect(worst(['fire', 'water'])).toMatchObject({ grade: 'low', ungraded: ['water'], atLeast: true });
  });

  it('are the same for a reader of one mine as for a reader of all', () => {
    const gradedKinds = ['fire', 'water'];
    const water = {
      id: 'a',
      disasterGrades: { water: 'low' as const },
      disasterKinds: ['water'],
      gradedKinds,
    };
    const fire = { id: 'b', disasterGrades: { fire: 'low' as const }, disasterKinds: ['fire'], gradedKinds };
    const [alone] = gradeMines([water]);
    expect(alone!.worst).toMatchObject({ grade: 'low', ungraded: ['fire'], atLeast: true });
    expect(gradeMines([fire, water]).find(({ mine }) => mine === 'a')).toEqual(alone);
  });

  it('know the kinds of a type of mine from the rules', () => {
    const rules = [
      { mineTypes: ['open-pit'], kinds: ['slope', 'water'] },
      { mineTypes: [], kinds: ['water'] },
    ];
    expect(disasterKindsOf(rules, 'open-pit')).toEqual(['slope', 'water']);
    expect(disasterKindsOf(rules, 'underground-coal')).toEqual(['water']);
    expect(disasterKindsOf([], 'open-pit')).toBeNull();
  });
});
