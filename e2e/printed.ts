import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { SCREENSHOTS } from './compare-screenshot.ts';

let told = false;
/** Whether poppler-utils are there to read PDFs with; where they are not, it is said once. */
const hasPoppler = (): boolean => {
  const has = spawnSync('pdftotext', ['-v']).status === 0;
  if (!has && !told) console.warn('pdftotext (poppler-utils) is not installed: printed pages are not read');
  told = true;
  return has;
};

export interface Printed {
  readonly pdf: Buffer;
  /** Texts of its pages in order; null: there is nothing to read PDFs with. */
  readonly pages: readonly string[] | null;
  /** Whether the margins of its first page are white; null as above. */
  readonly isWhite: boolean | null;
}

/** The page as the browser prints it; with KEEP_PRINTED the PDF lies among the screenshots, to be looked at. */
export const printed = async (page: Page, name: string): Promise<Printed> => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (process.env.KEEP_PRINTED === '1') {
    mkdirSync(SCREENSHOTS, { recursive: true });
    writeFileSync(join(SCREENSHOTS, `${name}.pdf`), pdf);
  }
  if (!hasPoppler()) return { pdf, pages: null, isWhite: null };
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const first = spawnSync('pdftoppm', ['-png', '-r', '10', '-f', '1', '-l', '1', '-'], { input: pdf });
  const isWhite = PNG.sync.read(first.stdout).data.readUInt32BE(0) === 0xffffffff;
  return { pdf, pages: stdout.split('\f').slice(0, -1), isWhite };
};
