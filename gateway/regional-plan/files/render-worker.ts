import { parentPort } from 'node:worker_threads';
import { readPlanFonts } from './plan-fonts.ts';
import type { RenderAnswer, RenderRequest } from './render-plan.ts';
import { writeDocx } from './write-docx.ts';
import { writePdf } from './write-pdf.ts';

/** The thread behind renderPlan: one file, then it ends. */
parentPort!.on('message', async (request: RenderRequest) => {
  const { type, document, figures, language, date } = request;
  let answer: RenderAnswer;
  try {
    const file = { document, figures: new Map(figures) };
    const o = { language, date, fonts: await readPlanFonts() };
    answer = { bytes: await (type === 'pdf' ? writePdf(file, o) : writeDocx(file, o)) };
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(answer);
});
