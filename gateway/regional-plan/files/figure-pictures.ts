import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Drawing } from '../../../domain/drawing/drawing.ts';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';
import { drawingToSvg } from '../../../domain/drawing/svg.ts';

/** Dots a millimetre: 160 an inch, so that the smallest letters are read in print. */
const DOTS = 160 / 25.4;

let started: Promise<void> | null = null;
/** Once a thread: the module refuses a second time. */
const start = (): Promise<void> => {
  started ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then(
    (wasm) => initWasm(wasm),
  );
  return started;
};

/** A drawing as PNG, for office programs: many of those in use read no SVG. */
export const drawingToPng = async (drawing: Drawing, { regular, bold }: PdfFonts): Promise<Uint8Array> => {
  await start();
  const picture = new Resvg(drawingToSvg(drawing, 'together'), {
    fitTo: { mode: 'width', value: Math.round(drawing.sheet.width * DOTS) },
    font: { fontBuffers: [regular, bold], defaultFontFamily: 'Noto Sans S Chinese' },
  });
  try {
    return picture.render().asPng();
  } finally {
    picture.free();
  }
};
