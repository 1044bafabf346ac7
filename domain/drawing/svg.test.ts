import { expect, test } from 'vitest';
import { sampleDrawing } from './sample-drawing.test-kit.ts';
import { drawingToSvg } from './svg.ts';

const svg = drawingToSvg(sampleDrawing());

test('it prints at true scale: one unit is one millimetre, and 50 m at 1:1000 are 50 of them', () => {
  expect(svg).toContain('width="297mm" height="210mm" viewBox="0 0 297 210"');
  // y runs down in SVG: 210 − 100.
  expect(svg).toContain('d="M100 110L150 110L150 70L100 70ZM110 100L120 100L120 90Z"');
});

test('patterns are defined once and used by every area that has them', () => {
  expect(svg.match(/<pattern /g)).toHaveLength(1);
  expect(svg).toContain('fill="url(#rock-1)" fill-rule="evenodd"');
});

test('layers keep their names, features their ids, and text is escaped', () => {
  expect(svg).toContain('<g id="GOAF" clip-path="url(#field)"><title>采空区</title>');
  expect(svg).toContain('data-layer="goafs" data-feature="CQ-07"');
  expect(svg).toContain('采空区 CQ-07 &lt;水&gt;</text>');
  expect(svg).not.toMatch(/href|script|style=/);
});

test('layers of the field may share one clip: the same layers in the same order, clipped once a run', () => {
  const together = drawingToSvg(sampleDrawing(), 'together');
  const ids = (text: string) => [...text.matchAll(/<g id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids(together)).toEqual(ids(svg));
  const count = (text: string, part: string) => text.split(part).length - 1;
  expect(count(together, '<g')).toBe(count(together, '</g>'));
  expect(count(together, 'clip-path="url')).toBeLessThanOrEqual(count(svg, 'clip-path="url'));
  expect(together).toContain('<g clip-path="url(#field)">\n<g id=');
});
