import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { drawingToPdf } from './pdf.ts';
import { sampleDrawing } from './sample-drawing.test-kit.ts';

const fontFolder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
const fonts = {
  regular: readFileSync(join(fontFolder, 'NotoSansHans-Regular.otf')),
  bold: readFileSync(join(fontFolder, 'NotoSansHans-Bold.otf')),
};
const DATE = new Date('2026-11-01T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'hyalite-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

test('the page has the size of the sheet and carries its fonts, subset', async () => {
  const pdf = await drawingToPdf(sampleDrawing(), fonts, DATE);
  const text = latin1(pdf);
  const [, width, height] = text.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/)!;
  expect(Number(width) / (72 / 25.4)).toBeCloseTo(297, 3);
  expect(Number(height) / (72 / 25.4)).toBeCloseTo(210, 3);
  expect(text.match(/\/FontFile3?/g)!.length).toBeGreaterThanOrEqual(2);
  // Two whole fonts are 17 MB.
  expect(pdf.length).toBeLessThan(100_000);
});

test('the same drawing and date give the same bytes', async () => {
  const [one, two] = [
    await drawingToPdf(sampleDrawing(), fonts, DATE),
    await drawingToPdf(sampleDrawing(), fonts, DATE),
  ];
  expect(Buffer.compare(one, two)).toBe(0);
});

const poppler = spawnSync('pdftotext', ['-v']).status === 0;

test.skipIf(!poppler)(
  'another reader finds the Chinese text and embedded fonts, and no picture',
  async () => {
    const file = join(folder, 'plan.pdf');
    writeFileSync(file, await drawingToPdf(sampleDrawing(), fonts, DATE));
    const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout;
    expect(run('pdftotext', file, '-').replace(/\s/g, '')).toContain('总工程师');
    expect(run('pdffonts', file).match(/ yes yes yes /g)).toHaveLength(2);
    expect(run('pdfimages', '-list', file).trim().split('\n')).toHaveLength(2);
  },
);
