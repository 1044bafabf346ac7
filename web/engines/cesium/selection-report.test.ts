import { describe, expect, it } from 'vitest';
import type { PickedFeature } from '../mine-view.ts';
import { createSelectionReport } from './selection-report.ts';

const goaf = (featureId: string): PickedFeature => ({
  layerId: 'goafs',
  featureId,
  properties: { id: featureId },
});

const setUp = () => {
  const loaded = new Set<string>();
  const told: (string | null)[] = [];
  const report = createSelectionReport(
    ({ featureId }) => (loaded.has(featureId) ? goaf(featureId) : null),
    (feature) => told.push(feature && String(feature.properties.id)),
  );
  return { loaded, told, report };
};

describe('selection report', () => {
  it('tells of a link’s choice once, when its tile has come', () => {
    const { loaded, told, report } = setUp();
    report.chosen({ layerId: 'goafs', featureId: 'CQ-07' });
    report.seek();
    expect(told).toEqual([]);
    loaded.add('CQ-07');
    report.seek();
    report.seek();
    expect(told).toEqual(['CQ-07']);
  });

  it('does not tell a click again when the view is told to select what was clicked', () => {
    const { loaded, told, report } = setUp();
    loaded.add('CQ-07');
    report.clicked(goaf('CQ-07'));
    report.chosen({ layerId: 'goafs', featureId: 'CQ-07' });
    expect(told).toEqual(['CQ-07']);
  });

  it('says nothing of a cleared choice, and tells the same one when it is made anew', () => {
    const { loaded, told, report } = setUp();
    loaded.add('CQ-07');
    report.clicked(goaf('CQ-07'));
    report.chosen(null);
    expect(told).toEqual(['CQ-07']);
    report.chosen({ layerId: 'goafs', featureId: 'CQ-07' });
    expect(told).toEqual(['CQ-07', 'CQ-07']);
  });

  it('forgets a choice that was waited for when something else is clicked', () => {
    const { loaded, told, report } = setUp();
    report.chosen({ layerId: 'goafs', featureId: 'CQ-07' });
    report.clicked(null);
    loaded.add('CQ-07');
    report.seek();
    expect(told).toEqual([null]);
  });
});
