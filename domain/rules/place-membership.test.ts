import { describe, expect, it } from 'vitest';
import { createNetworkIndex } from './network-index.ts';
import { createPlaceMembership, type RulePlace } from './place-membership.ts';
import { TINY_NETWORK, tinyPlace } from './tiny-rule-mine.test-kit.ts';

const index = createNetworkIndex(TINY_NETWORK);
const who = (places: readonly RulePlace[], x: number, y: number, z: number, network = true): string[] => {
  const found: string[] = [];
  const membership = createPlaceMembership(network ? index : null, places);
  const on = network && index.snap(x, y, z);
  const { edge, offset } = on ? index.foot : { edge: -1, offset: 0 };
  membership.each(edge, offset, x, y, z, (place) => found.push(places[place]!.id));
  return found;
};

describe('createPlaceMembership', () => {
  const corner = tinyPlace('corner', 490, 60);
  it('reaches along the roadways, round a corner', () => {
    expect(who([corner], 500, 45, 0)).toEqual(['corner']);
    expect(who([corner], 500, 55, 0)).toEqual([]);
    expect(who([corner], 431, 0, 0)).toEqual(['corner']);
    expect(who([corner], 429, 0, 0)).toEqual([]);
  });

  it('does not reach through rock to the level below', () => {
    const above = tinyPlace('above', 200, 80);
    expect(who([above], 200, 0, 0)).toEqual(['above']);
    expect(who([above], 200, 0, -50)).toEqual([]);
  });

  it('tells a place once though stretches and whole roadways overlap', () => {
    expect(who([{ ...corner, roadways: ['main'] }], 495, 0, 0)).toEqual(['corner']);
  });

  it('takes whole roadways of a zone without a point', () => {
    const zone = { ...corner, id: 'low', at: null, roadways: ['low'] };
    expect(who([zone], 300, 0, -50)).toEqual(['low']);
    expect(who([zone], 300, 0, 0)).toEqual([]);
  });

  it('goes by the straight line where there is no network, or off it', () => {
    expect(who([corner], 490, 59, 0, false)).toEqual(['corner']);
    expect(who([corner], 490, 61, 0, false)).toEqual([]);
    expect(who([corner], 470, 40, 0)).toEqual(['corner']);
  });
});
