import { expect, it } from 'vitest';
import { regionTabs, registerRegionTab } from './region-tabs.ts';

it('keeps the order of registration and takes an id once', () => {
  const tab = (id: string) => ({
    id,
    title: 'workspace.region' as const,
    icon: () => null,
    component: () => null,
    urlFields: [],
  });
  const before = regionTabs().length;
  registerRegionTab(tab('one'));
  registerRegionTab(tab('two'));
  expect(
    regionTabs()
      .slice(before)
      .map(({ id }) => id),
  ).toEqual(['one', 'two']);
  expect(() => registerRegionTab(tab('one'))).toThrow('region tab registered twice: one');
});
