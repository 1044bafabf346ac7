import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import type { RegionalPlan } from '../../../domain/contracts/regional-plan.ts';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';
import { composePlan } from '../../../domain/regional-plan/compose-plan.ts';
import { planFigures } from '../../../domain/regional-plan/figures/plan-figures.ts';
import { planDocument } from '../../../domain/regional-plan/plan-document.ts';
import { smallHazard, smallSources } from '../../../domain/regional-plan/small-plan.test-kit.ts';
import { contentBytes, type PlanContent } from '../drafting/plan-content.ts';
import { createPlanDesks } from '../drafting/plan-desks.ts';
import { readPlanFonts } from './plan-fonts.ts';
import { writeDocx } from './write-docx.ts';
import { type PlanFile, writePdf } from './write-pdf.ts';

const DATE = new Date('2026-11-02T00:00:00Z');
const ADDED = '两矿应联合编制隔离矿（岩）柱留设方案。\n第二段。';
const folder = mkdtempSync(join(tmpdir(), 'hyalite-plan-'));
let fonts: PdfFonts;
let file: PlanFile;
let pdf: Uint8Array;
let plan: RegionalPlan;
beforeAll(async () => {
  fonts = await readPlanFonts();
  const sources = smallSources();
  // One hazard whose evidence fills more than a page.
  const long = smallHazard('d', 'LONG', {
    title: '长记录',
    evidence: [{ ...smallHazard('d', 'x').evidence[0]!, finding: '矽卡岩带。'.repeat(600) }],
  });
  const full = { ...sources, hazards: [...sources.hazards, long] };
  plan = composePlan(full, { year: 2026, on: '2026-11-01', comparedWith: null });
  const figures = planFigures(full, plan, 'zh');
  const texts = [{ chapter: 'contiguous' as const, text: ADDED, by: '王主任', at: '2026-11-02T00:00:00Z' }];
  const rules = full.rules;
  const document = planDocument({
    plan,
    texts,
    changes: [],
    rules,
    figures: new Set(figures.keys()),
    version: null,
  });
  file = { document, figures };
  pdf = await writePdf(file, { language: 'zh', fonts, date: DATE });
});
afterAll(() => rmSync(folder, { recursive: true }));

const latin1 = (): string => Buffer.from(pdf).toString('latin1');

it('is a PDF with bookmarks, contents that lead there, and the same bytes for the same plan and day', async () => {
  const text = latin1();
  expect(text).toMatch(/\/Outlines \d+ 0 R/);
  const headings = file.document.blocks.filter((block) => block.type === 'heading');
  expect(text.match(/\/Title /g)!.length).toBeGreaterThanOrEqual(headings.length);
  expect(text.match(/\/S \/GoTo/g)!.length).toBe(headings.length);
  const again = await writePdf(file, { language: 'zh', fonts, date: DATE });
  expect(Buffer.compare(again, pdf)).toBe(0);
});

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
test.skipIf(!poppler)(
  'another reader finds its text on numbered pages, every one marked as synthetic',
  () => {
    const path = join(folder, 'plan.pdf');
    writeFileSync(path, pdf);
    const run = (program: string, ...args: string[]) => spawnSync(program, args, { encoding: 'utf8' }).stdout;
    const pages = run('pdftotext', '-layout', path, '-').split('\f').slice(0, -1);
    const count = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', path))![1]);
    expect(pages).toHaveLength(count);
    pages.forEach((page, i) => {
      expect(page, `page ${i + 1}`).toContain('合成数据');
      if (i > 0) expect(page).toContain(`${i + 1} / ${count}`);
    });
    const all = pages.join('').replace(/\s/g, '');
    for (const wanted of ['两矿应联合编制', '【缺】', '连片矿区', '矽卡岩带。矽卡岩带。', '图3-1'])
      expect(all).toContain(wanted);
    // Nothing of the long row is lost at the page's end.
    expect(all.match(/矽/g)).toHaveLength(600);
    expect(run('pdfimages', '-list', path).trim().split('\n')).toHaveLength(2);
    expect(run('pdffonts', path)).not.toContain('no no');
  },
);

it('is a DOCX with real headings, tables whose heads repeat, pictures of every figure, and the added text', async () => {
  const zip = unzipSync(await writeDocx(file, { language: 'zh', fonts, date: DATE }));
  const xml = strFromU8(zip['word/document.xml']!);
  const { blocks } = file.document;
  const count = (pattern: RegExp): number => xml.match(pattern)?.length ?? 0;
  expect(count(/w:pStyle w:val="Heading1"/g)).toBe(8);
  expect(count(/w:pStyle w:val="Heading2"/g)).toBe(
    blocks.filter((block) => block.type === 'heading' && block.level === 2).length,
  );
  const tables = blocks.filter((block) => block.type === 'table').length;
  expect(count(/<w:tbl>/g)).toBe(tables);
  expect(count(/<w:tblHeader\/>/g)).toBe(tables);
  expect(xml).toContain('两矿应联合编制隔离矿（岩）柱留设方案。');
  expect(xml).toContain('TOC \\');
  const pictures = Object.keys(zip).filter((name) => name.startsWith('word/media/'));
  expect(pictures).toHaveLength(file.figures.size);
  const picture = PNG.sync.read(Buffer.from(zip[pictures[0]!]!));
  expect(picture.width).toBe(Math.round((165 * 160) / 25.4));
  const colours = new Set<number>();
  for (let i = 0; i < picture.data.length; i += 4) colours.add(picture.data.readUInt32BE(i));
  expect(colours.size).toBeGreaterThan(20);
  // A height without its rule is taken by LibreOffice for a fixed one, to which it cuts pictures.
  for (const part of ['document', 'styles'])
    for (const [spacing] of strFromU8(zip[`word/${part}.xml`]!).matchAll(/<w:spacing [^>]*w:line="[^>]*>/g))
      expect(spacing).toContain('w:lineRule="auto"');
  expect(strFromU8(zip['word/header1.xml']!)).toContain('合成数据');
  expect(strFromU8(zip['word/footer1.xml']!)).toContain('NUMPAGES');
});

it('is written in a thread of its own, the same bytes; what fails there fails here', async () => {
  const desks = createPlanDesks();
  const { document, figures } = file;
  const content = (drawn: PlanContent['figures']['zh']) =>
    contentBytes({
      format: 'hyalite-regional-plan-content/1',
      plan,
      texts: [],
      changes: [],
      document,
      figures: { zh: drawn, en: [] },
    });
  const o = { type: 'pdf', language: 'zh', date: DATE } as const;
  expect(Buffer.compare(await desks.write(content([...figures]), o), pdf)).toBe(0);
  await expect(desks.write(content([]), o)).rejects.toThrow('the figure county-map, which is not drawn');
  await desks.close();
});
