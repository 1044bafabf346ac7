import { expect, it } from 'vitest';
import type { CountyPicture } from '../county-view.ts';
import { liveWarningLayers, PULSING_LAYERS } from './live-warning-style.ts';

const picture = (more: Partial<CountyPicture> = {}) =>
  ({ look: { theme: 'dark', language: 'zh' }, shown: () => true, mines: null, ...more }) as CountyPicture;

it('draws what stands now of kept mines only, and all of it pulses', () => {
  const all = liveWarningLayers(picture());
  expect(all.map(({ id }) => id)).toEqual(PULSING_LAYERS.filter((id) => id !== 'mine-warnings'));
  const [warnings] = liveWarningLayers(picture({ mines: new Set(['a']) }));
  expect(JSON.stringify(warnings)).toContain('["match",["get","id"],["a"],true,false]');
});

it('is switched off with the warnings or the mines', () => {
  for (const off of ['warnings', 'mines'])
    for (const { layout } of liveWarningLayers(picture({ shown: (layer) => layer !== off })))
      expect(layout?.visibility).toBe('none');
});
