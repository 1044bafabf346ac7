import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CountyPicture } from '../county-view.ts';
import { PULSING_LAYERS } from './live-warning-style.ts';
import { createPulse } from './pulse.ts';

/** A map with flags of warnings in sight, that keeps how much of them is seen. */
const mapWith = (flags: number) => {
  const seen: number[] = [];
  const map = {
    getLayer: (id: string) => (id === PULSING_LAYERS[0] ? {} : undefined),
    queryRenderedFeatures: () => new Array(flags).fill({}),
    setPaintProperty: (_layer: string, _name: string, value: number) => {
      seen.push(value);
    },
  };
  return { seen, pulse: createPulse(map as never) };
};
const picture = (o: { readonly reducedMotion: boolean; readonly warnings: boolean }): CountyPicture =>
  ({ look: { reducedMotion: o.reducedMotion }, shown: () => o.warnings }) as never;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('lets flags of warnings swell and sink, and ends', () => {
  const { seen, pulse } = mapWith(2);
  pulse.show(picture({ reducedMotion: false, warnings: true }));
  vi.advanceTimersByTime(3000);
  expect(seen).toEqual([0.45, 1, 0.45]);
  pulse.end();
  vi.advanceTimersByTime(5000);
  expect(seen).toHaveLength(3);
});

it('stands still for who asks for less motion, where the layer is off and where nothing is in sight', () => {
  for (const o of [
    { reducedMotion: true, warnings: true },
    { reducedMotion: false, warnings: false },
  ]) {
    const { seen, pulse } = mapWith(2);
    pulse.show(picture(o));
    vi.advanceTimersByTime(5000);
    expect(seen, JSON.stringify(o)).toEqual([]);
  }
  const empty = mapWith(0);
  empty.pulse.show(picture({ reducedMotion: false, warnings: true }));
  vi.advanceTimersByTime(5000);
  expect(empty.seen).toEqual([]);
  empty.pulse.end();
});
