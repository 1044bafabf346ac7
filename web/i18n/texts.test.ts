import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../domain/contracts/finding.ts';
import { LAYER_GROUPS } from '../../domain/contracts/layers.ts';
import { LENGTH_UNITS, MINE_STATES, MINE_TYPES, sourceSchema } from '../../domain/contracts/manifest.ts';
import { pluralNames } from '../../domain/contracts/plural.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const WEB = join(import.meta.dirname, '..');

const leaves = (texts: object, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...leaves(value, `${prefix}${key}.`)],
    ),
  );
const chinese = leaves(zh);
const english = leaves(en);

const sources = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      /\.tsx?$/.test(path) && !/(^|\/)(dist|node_modules|engines)\/|\.test\.tsx?$|test-data/.test(path),
  )
  .map((path) => ({ path, text: readFileSync(join(WEB, path), 'utf8') }));
const outsideTexts = sources.filter(({ path }) => !path.startsWith('i18n/'));

const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('texts', () => {
  it('have the same keys in both languages, none empty', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('fill in the same values in both languages', () => {
    for (const [key, text] of chinese) {
      expect(variables(english.get(key)!), key).toEqual(variables(text));
    }
  });

  it('count in English by choices in the text, each by a number of that text', () => {
    for (const [key, text] of english)
      for (const name of pluralNames(text)) expect(variables(text), key).toContain(name);
    expect([...chinese].filter(([, text]) => pluralNames(text).length > 0)).toEqual([]);
    // What counts by its name is followed by no word in the plural that would stand behind a 1 too.
    const fixed = [...english].filter(([, text]) =>
      /\{\{(n|all|count|days|months|years|times|rows|alarms|versions|tiles)\}\} (?!(is|was|has|does|contiguous)\b)[a-z]+s\b/.test(
        text,
      ),
    );
    expect(fixed.map(([key]) => key)).toEqual([]);
  });

  it('are Chinese in Chinese and not in English', () => {
    const han = /\p{Script=Han}/u;
    // What is written the same everywhere: unit signs, names and stops.
    const alike = [...chinese].filter(([, text]) => !han.test(text)).map(([key]) => key);
    expect(alike.sort()).toEqual([
      'accounts.comma',
      'cursor.foot',
      'cursor.metre',
      'cursor.separationEgm',
      'cursor.us-survey-foot',
      'driveOn.comma',
      'driveOn.semicolon',
      'ledger.comma',
      'map.comma',
      'map.semicolon',
    ]);
    expect([...english].filter(([, text]) => han.test(text))).toEqual([]);
  });

  it.each([
    ['group', LAYER_GROUPS],
    ['mineType', MINE_TYPES],
    ['mineState', MINE_STATES],
    ['severity', SEVERITIES],
    ['cursor', LENGTH_UNITS],
    ['sourceKind', sourceSchema.options.map(({ shape }) => shape.kind.value)],
  ])('name every value of the contract: %s', (prefix, values) => {
    for (const value of values) expect(chinese.has(`${prefix}.${value}`), value).toBe(true);
  });

  it('are all used', () => {
    const code = outsideTexts.map(({ text }) => text).join('\n');
    const patterns = [...code.matchAll(/`([a-zA-Z]+\.)\$\{/g)].map(([, prefix]) => prefix!);
    const unused = [...chinese.keys()].filter(
      (key) => !code.includes(`'${key}'`) && !patterns.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('stand nowhere else: no Chinese and no literal label in the components', () => {
    const found = outsideTexts.flatMap(({ path, text }) =>
      text
        .split('\n')
        .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
        .filter(
          (line) => /\p{Script=Han}/u.test(line) || /\b(aria-label|title|placeholder|alt)="[^"]/.test(line),
        )
        .map((line) => `${path}: ${line.trim()}`),
    );
    // The language switch names each language in itself and shows the present one's sign.
    expect(found).toEqual([
      "shell/languages.ts: { key: 'zh', label: '简体中文' },",
      "shell/top-bar.tsx: {language === 'zh' ? '中' : 'EN'}",
    ]);
  });
});
