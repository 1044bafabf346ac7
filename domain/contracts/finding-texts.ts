import type { Language } from './bilingual.ts';
import type { Finding } from './finding.ts';
import { type FindingText, findingText } from './finding-text.ts';
import { COUNTY_FINDING_TEXTS } from './finding-texts-county.ts';
import { FAULT_FINDING_TEXTS } from './finding-texts-faults.ts';
import { GEOMETRY_FINDING_TEXTS } from './finding-texts-geometry.ts';
import { HOLE_FINDING_TEXTS } from './finding-texts-holes.ts';
import { MANIFEST_FINDING_TEXTS } from './finding-texts-manifest.ts';
import { MODEL_FINDING_TEXTS } from './finding-texts-model.ts';
import { STRATA_FINDING_TEXTS } from './finding-texts-strata.ts';
import { TABLE_FINDING_TEXTS } from './finding-texts-tables.ts';
import { withPlurals } from './plural.ts';

export const FINDING_TEXTS = {
  ...TABLE_FINDING_TEXTS,
  ...GEOMETRY_FINDING_TEXTS,
  ...MANIFEST_FINDING_TEXTS,
  ...MODEL_FINDING_TEXTS,
  ...HOLE_FINDING_TEXTS,
  ...STRATA_FINDING_TEXTS,
  ...FAULT_FINDING_TEXTS,
  ...COUNTY_FINDING_TEXTS,
  'file-missing': {
    what: { zh: '找不到文件', en: 'the file does not exist' },
    mend: {
      zh: '检查 mine.yaml 中的路径（相对于 mine.yaml），注意空格和大小写',
      en: 'check the path in mine.yaml (relative to mine.yaml), spaces and case included',
    },
  },
} satisfies Record<string, FindingText>;

/** A code the pipeline may use: one that has its words. */
export type FindingCode = keyof typeof FINDING_TEXTS;

const textOf = (code: string): FindingText =>
  Object.hasOwn(FINDING_TEXTS, code)
    ? FINDING_TEXTS[code as FindingCode]
    : // A bundle of a newer version may use codes this one has no words for; the finding is shown all the same.
      findingText(
        `本版本不认识的提示（${code}）`,
        `a finding this version has no words for (${code})`,
        '更新软件',
        'update the software',
      );

const fill = (text: string, finding: Finding): string => {
  const valueNamed = (name: string): unknown =>
    finding.params[name] ?? (name in finding ? finding[name as keyof Finding] : undefined);
  return withPlurals(text, valueNamed).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = valueNamed(name);
    return value === undefined || typeof value === 'object' ? whole : String(value);
  });
};

/** "file:row column «value»: what. Mend: how" in one language, for terminal and screen alike. */
export const describeFinding = (finding: Finding, language: Language): { what: string; mend: string } => {
  const text = textOf(finding.code);
  return { what: fill(text.what[language], finding), mend: fill(text.mend[language], finding) };
};
