import type { Language } from '../../../domain/contracts/bilingual.ts';
import type { PlanFileType } from '../../../domain/contracts/regional-plan-api.ts';
import type { PdfFonts } from '../../../domain/drawing/pdf.ts';
import { serveDesk } from '../../serve-desk.ts';
import { contentOf } from '../drafting/plan-content.ts';
import { readPlanFonts } from './plan-fonts.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

export interface WritingErrand {
  /** contentBytes. */
  readonly content: Uint8Array;
  readonly type: PlanFileType;
  readonly language: Language;
  readonly date: Date;
}

let read: Promise<PdfFonts> | null = null;
/** Once a thread; gone with it. */
const fonts = (): Promise<PdfFonts> => {
  read ??= readPlanFonts();
  return read;
};

/** The thread that writes plans as files: fonts, pictures and what writes the formats are loaded in it alone. */
serveDesk<WritingErrand, Uint8Array>(async ({ content, type, language, date }) => {
  const { document, figures } = contentOf(content);
  const file = { document, figures: new Map(figures[language]) };
  const o = { language, date, fonts: await fonts() };
  const bytes = await (type === 'pdf' ? writePdf(file, o) : writeDocx(file, o));
  return { answer: bytes, bytes: [bytes] };
});
