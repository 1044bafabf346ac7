import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

let told = false;
/** Whether poppler-utils are there to read PDFs with; where they are not, it is said once. */
const hasPoppler = (): boolean => {
  const has = spawnSync('pdftotext', ['-v']).status === 0;
  if (!has && !told) console.warn('pdftotext (poppler-utils) is not installed: printed pages are not read');
  told = true;
  return has;
};

/**
 * The page as the browser prints it, the texts of its pages in order; null: there is nothing to read PDFs with.
 * @param keep where the PDF is kept, to be looked at
 */
export const printed = async (page: Page, keep?: string): Promise<string[] | null> => {
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  if (keep) writeFileSync(keep, bytes);
  if (!hasPoppler()) return null;
  const folder = mkdtempSync(join(tmpdir(), 'hyalite-printed-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, bytes);
    const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout.split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
