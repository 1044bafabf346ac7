import { describe, expect, it } from 'vitest';
import { ROLES } from '../contracts/account.ts';
import { ACTIONS, mayWithCounty, mayWithMine, seesCounty, seesMine } from './may.ts';

const here = { mine: 'a', county: 'one' };
const elsewhere = { mine: 'b', county: 'two' };
const ofCounty = (role: (typeof ROLES)[number]) => ({
  role,
  county: 'one',
  mines: [],
  isDemo: false,
});
const ofMine = (role: (typeof ROLES)[number]) => ({
  role,
  county: null,
  mines: ['a'],
  isDemo: false,
});

describe('scope', () => {
  it('shows nobody but administrators a mine outside it', () => {
    for (const role of ROLES)
      for (const account of [ofCounty(role), ofMine(role)]) {
        expect(seesMine(account, here), role).toBe(true);
        expect(seesMine(account, elsewhere), role).toBe(role === 'administrator');
        for (const action of ACTIONS)
          if (role !== 'administrator') expect(mayWithMine(account, action, elsewhere)).toBe(false);
      }
  });

  it('shows a mine of no county only to whom it is given', () => {
    expect(seesMine(ofCounty('county-official'), { mine: 'c', county: null })).toBe(false);
    expect(seesMine({ ...ofMine('viewer'), mines: ['c'] }, { mine: 'c', county: null })).toBe(true);
  });

  it('of the demo is the demo, also for its administrator', () => {
    const demo = { ...ofCounty('administrator'), isDemo: true };
    expect([seesMine(demo, here), seesMine(demo, elsewhere), seesCounty(demo, 'two')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of single mines is not that of their county', () => {
    expect(seesCounty(ofMine('mine-engineer'), 'one')).toBe(false);
    expect(seesCounty(ofCounty('viewer'), 'one')).toBe(true);
    expect(seesCounty(ofCounty('viewer'), 'two')).toBe(false);
  });
});

describe('roles', () => {
  it('never let one person both write and close a hazard', () => {
    for (const role of ROLES) {
      const account = ofCounty(role);
      const both = mayWithMine(account, 'write-hazard', here) && mayWithMine(account, 'close-hazard', here);
      expect(both, role).toBe(false);
    }
  });

  it('let a viewer only read, and only an administrator manage accounts', () => {
    const may = (role: (typeof ROLES)[number]) =>
      ACTIONS.filter((action) => mayWithCounty(ofCounty(role), action, 'one'));
    expect(may('viewer')).toEqual(['read']);
    expect(ROLES.filter((role) => may(role).includes('manage-accounts'))).toEqual(['administrator']);
  });
});
