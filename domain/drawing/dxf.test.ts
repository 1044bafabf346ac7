import DxfParser from 'dxf-parser';
import { expect, test } from 'vitest';
import { drawingToDxf } from './dxf.ts';
import { sampleDrawing } from './sample-drawing.test-kit.ts';

interface ReadEntity {
  readonly type: string;
  readonly layer: string;
  readonly vertices?: readonly { x: number; y: number; z?: number }[];
  readonly text?: string;
  readonly startPoint?: { x: number; y: number };
  readonly textHeight?: number;
}

const readBack = (text: string) => {
  const dxf = new DxfParser().parseSync(text)!;
  return {
    entities: dxf.entities as unknown as ReadEntity[],
    layers: Object.keys(dxf.tables.layer.layers),
    header: dxf.header,
  };
};

test('a CAD reader finds every corner at its survey coordinates to a hundredth of a millimetre', () => {
  const drawing = sampleDrawing();
  const { entities } = readBack(drawingToDxf(drawing));
  const outlines = entities.filter(({ type, layer }) => type === 'LWPOLYLINE' && layer !== 'FRAME');
  const drawn = drawing.layers
    .filter(({ space }) => space === 'model')
    .flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.type === 'area' ? shape.rings : shape.type === 'line' ? [shape.points] : [],
      ),
    );
  expect(outlines).toHaveLength(drawn.length);
  outlines.forEach(({ vertices }, i) => {
    expect(vertices).toHaveLength(drawn[i]!.length);
    vertices!.forEach(({ x, y }, k) => {
      expect(Math.abs(x - drawn[i]![k]![0])).toBeLessThan(1e-5);
      expect(Math.abs(y - drawn[i]![k]![1])).toBeLessThan(1e-5);
    });
  });
});

test('layers carry their names, and Chinese text comes through whole', () => {
  const { layers, entities, header } = readBack(drawingToDxf(sampleDrawing()));
  expect(layers).toEqual(expect.arrayContaining(['GOAF', 'ROADWAY', 'FRAME']));
  expect(entities.filter(({ type }) => type === 'TEXT').map(({ text }) => text)).toEqual([
    '采空区 CQ-07 <水>',
    '总工程师',
  ]);
  expect(header['$INSUNITS']).toBe(6);
});

test('the frame has the size on the ground that it has on paper at this scale', () => {
  const drawing = sampleDrawing();
  const frame = readBack(drawingToDxf(drawing)).entities.find(
    ({ type, layer }) => type === 'LWPOLYLINE' && layer === 'FRAME',
  )!;
  const [a, b] = frame.vertices!;
  expect(b!.x - a!.x).toBeCloseTo(drawing.sheet.frame.right - drawing.sheet.frame.left, 6);
});

test('standing in space the model is written as three-dimensional lines, without the frame', () => {
  const drawing = sampleDrawing();
  const text = drawingToDxf(drawing, { toCad: ([x, y]) => [39_500_000 + x / 1e6, 3_900_000, y] });
  const { entities } = readBack(text);
  const lines = entities.filter(({ type }) => type === 'POLYLINE');
  expect(lines).toHaveLength(3);
  expect(entities.some(({ layer }) => layer === 'FRAME')).toBe(false);
  const first = drawing.layers[0]!.shapes[0]!;
  if (first.type !== 'area') throw new Error('the sample begins with an area');
  expect(lines[0]!.vertices!.map(({ z }) => z)).toEqual(first.rings[0]!.map(([, y]) => y));
});

test('the same drawing gives the same file', () =>
  expect(drawingToDxf(sampleDrawing())).toBe(drawingToDxf(sampleDrawing())));
