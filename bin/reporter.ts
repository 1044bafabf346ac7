import process from 'node:process';
import type { Language } from '../domain/contracts/bilingual.ts';
import type { Finding } from '../domain/contracts/finding.ts';
import { describeFinding } from '../domain/contracts/finding-texts.ts';

/** One thing a long command did. Numbers and short texts only: with --json it is printed as one line. */
export type Step = { readonly step: string } & Readonly<
  Record<string, string | number | boolean | undefined>
>;

export interface Reporter {
  /** Something was done, or is now being done: `done`/`total` move the bar. */
  step(step: Step, progress?: { done: number; total: number }): void;
  /** A line for people; with --json it goes to stderr so that stdout stays JSON. */
  line(text: string): void;
  findings(findings: readonly Finding[], o?: { all?: boolean }): void;
  end(): void;
}

/** Findings printed to a person unless --all is given: the catalog and the screen always have every one. */
const SHOWN_FINDINGS = 20;
const BAR_CELLS = 24;

export const languageOf = (environment: Readonly<Record<string, string | undefined>>): Language =>
  (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '').toLowerCase().startsWith('zh')
    ? 'zh'
    : 'en';

/** "goafs.csv:12 [厚度] «-3»: what. → mend" */
export const findingLine = (finding: Finding, language: Language): string => {
  const { what, mend } = describeFinding(finding, language);
  const place = finding.row === undefined ? finding.file : `${finding.file}:${finding.row}`;
  const column = finding.column === undefined ? '' : ` [${finding.column}]`;
  const value = finding.value === undefined ? '' : ` «${finding.value}»`;
  const feature = finding.feature === undefined ? '' : ` (${finding.feature})`;
  return `${finding.severity.padEnd(7)} ${place}${column}${value}${feature}: ${what}\n        → ${mend}`;
};

/** Texts stand for themselves, numbers need their name: "131 rows read". Nothing is printed of what is false or absent. */
const said = (key: string, value: string | number | boolean | undefined): string[] => {
  const words = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  if (value === undefined || value === false) return [];
  if (value === true) return [words];
  return [typeof value === 'number' ? `${value} ${words}` : value];
};

export const createReporter = (o: { json: boolean; language: Language }): Reporter => {
  const bar = !o.json && process.stdout.isTTY;
  const clear = () => bar && process.stdout.write('\r\x1b[K');
  const print = (text: string) => {
    clear();
    (o.json ? process.stderr : process.stdout).write(`${text}\n`);
  };
  return {
    step(step, progress) {
      if (o.json) {
        process.stdout.write(`${JSON.stringify(progress ? { ...step, ...progress } : step)}\n`);
        return;
      }
      const { step: name, ...rest } = step;
      const text = [name, ...Object.entries(rest).flatMap(([key, value]) => said(key, value))].join(' · ');
      if (bar && progress) {
        const filled = Math.round((progress.done / Math.max(1, progress.total)) * BAR_CELLS);
        const cells = '█'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
        process.stdout.write(`\r\x1b[K${cells} ${progress.done}/${progress.total}  ${text}`);
      } else print(`  ${text}`);
    },
    line: print,
    findings(findings, options = {}) {
      if (o.json) {
        for (const finding of findings)
          process.stdout.write(`${JSON.stringify({ step: 'finding', ...finding })}\n`);
        return;
      }
      const shown = options.all ? findings : findings.slice(0, SHOWN_FINDINGS);
      for (const finding of shown) print(findingLine(finding, o.language));
      if (shown.length < findings.length)
        print(
          `        … ${findings.length - shown.length} more: --all prints them; catalog.json and the screen have all`,
        );
    },
    end: clear as () => void,
  };
};
