import { expect, test } from 'vitest';
import type { GeologicalBody } from '../geology/geological-model.ts';
import { curtainSection } from '../geology/section/curtain.ts';
import { layeredModel } from '../geology/small-model.test-kit.ts';
import { cutLayers } from './section-layers.ts';

const model = layeredModel();
const tent: GeologicalBody = {
  layerId: 'goafs',
  featureId: 'CQ-1',
  kind: 'goaf',
  name: { zh: '一号采空区', en: 'Goaf 1' },
  colour: '#ffffff',
  provenance: 'measured',
  mesh: {
    positions: Float64Array.of(300, 200, 0, 400, 200, 0, 350, 400, 0, 350, 300, 50),
    indices: Uint32Array.of(0, 2, 1, 0, 1, 3, 1, 2, 3, 2, 0, 3),
  },
  closed: true,
};
const draw = (language: 'zh' | 'en' = 'zh') => {
  const section = curtainSection(
    [
      [10, 300],
      [790, 300],
    ],
    model,
    [tent],
  );
  return cutLayers(section, {
    model,
    bodies: [tent],
    toDrawing: (s, t) => [s, t],
    certainBelow: 5,
    language,
  });
};

test('layers carry CAD names, lowest first: rock, contacts, bodies, the ground above all', () => {
  expect(draw().layers.map(({ id }) => id)).toEqual([
    'UNIT-QC',
    'UNIT-LS',
    'UNIT-SC',
    'CONTACT',
    'CONTACT-INFERRED',
    'GOAF',
    'GROUND',
  ]);
});

test('the legend names what is on the drawing and nothing else', () => {
  const labels = draw().legend.map(({ label }) => label);
  expect(labels).toContain('采空区');
  expect(labels).not.toContain('矿体');
  expect(draw('en').legend.map(({ label }) => label)).toContain('Inferred contact (σ > 5 m)');
});

test('a contact is broken exactly where it is less sure than the bound', () => {
  // The limestone's base: 1 + east / 100 metres, so above 5 m east of 400; the line begins at 10.
  const of = (id: string) =>
    draw()
      .layers.find((layer) => layer.id === id)!
      .shapes.flatMap((shape) => (shape.type === 'line' ? shape.points.map(([s]) => s) : []));
  expect(Math.min(...of('CONTACT-INFERRED'))).toBeGreaterThan(370);
  expect(Math.min(...of('CONTACT-INFERRED'))).toBeLessThanOrEqual(390);
});

test('a body leads back to its feature', () => {
  const goaf = draw().layers.find(({ id }) => id === 'GOAF')!.shapes[0]!;
  expect(goaf.type === 'area' && goaf.ref).toEqual({ layerId: 'goafs', featureId: 'CQ-1' });
});
