import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';

/** 17 MB of Chinese letters, read where a file is written and let go of with it. @throws Error where the package is not installed */
export const readPlanFonts = async (): Promise<PdfFonts> => {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '../fonts');
  const [regular, bold] = await Promise.all(
    ['Regular', 'Bold'].map((face) => readFile(join(folder, `NotoSansHans-${face}.otf`))),
  );
  return { regular: regular!, bold: bold! };
};
