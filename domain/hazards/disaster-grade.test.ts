import { describe, expect, it } from 'vitest';
import { gradeMines } from './disaster-grade.ts';

describe('disaster grades of mines', () => {
  it('are the worst of their kinds, and say which one raised them', () => {
    const [first] = gradeMines([{ id: 'a', disasterGrades: { water: 'major', roof: 'general' } }]);
    expect(first!.worst).toMatchObject({ grade: 'major', raisedBy: ['water'], atLeast: false });
  });

  it('ask of every mine what any is graded in; what is not graded is unknown', () => {
    const mines = gradeMines([
      { id: 'none', disasterGrades: {} },
      { id: 'low', disasterGrades: { roof: 'low' } },
      { id: 'water', disasterGrades: { water: 'larger' } },
    ]);
    expect(mines.map(({ mine }) => mine)).toEqual(['water', 'low', 'none']);
    expect(mines[1]!.worst).toMatchObject({ grade: 'low', ungraded: ['water'], atLeast: true });
    expect(mines[2]!.worst).toMatchObject({ grade: null, ungraded: ['roof', 'water'] });
  });
});
