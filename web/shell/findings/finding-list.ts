import { type Finding, SEVERITIES, type Severity } from '../../../domain/contracts/finding.ts';

export const countBySeverity = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => {
  const counts = { error: 0, reject: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

/** Files with how many findings each has, most first. */
export const countByFile = (findings: readonly Finding[]): [file: string, count: number][] =>
  [...Map.groupBy(findings, ({ file }) => file)]
    .map(([file, those]): [string, number] => [file, those.length])
    .sort(([, a], [, b]) => b - a);

/** Worst first, else in the order of reading. */
export const sortFindings = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));

const cell = (text: string | number | undefined): string => String(text ?? '').replace(/[\t\r\n]+/g, ' ');

/** Findings as tab-separated lines with a heading, for pasting into a spreadsheet. */
export const findingsTable = (
  findings: readonly Finding[],
  headings: readonly string[],
  wordsOf: (finding: Finding) => { severity: string; what: string; mend: string },
): string =>
  [
    headings.map(cell).join('\t'),
    ...findings.map((finding) => {
      const { severity, what, mend } = wordsOf(finding);
      const { source, file, row, column, value, feature } = finding;
      return [severity, source, file, row, column, value, feature, what, mend].map(cell).join('\t');
    }),
  ].join('\n');
