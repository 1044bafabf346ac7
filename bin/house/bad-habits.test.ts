import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

/**
 * Counts that may only fall: when one has fallen, lower it here, so that it cannot rise again.
 * The patterns are written in pieces so that this file does not count itself.
 */
const MOST: readonly { readonly habit: string; readonly pattern: RegExp; readonly most: number }[] = [
  {
    habit: 'the any type',
    pattern: new RegExp(`[:<|&,(]\\s*an${''}y\\b(?!\\w)|\\bas an${''}y\\b`, 'g'),
    most: 0,
  },
  {
    habit: 'switched-off type checks',
    pattern: new RegExp(`@ts-(?:ign${''}ore|noch${''}eck|exp${''}ect-error)`, 'g'),
    most: 0,
  },
  { habit: 'switched-off lint rules', pattern: new RegExp(`biome-ign${''}ore`, 'g'), most: 0 },
  {
    habit: 'tests that do not run',
    pattern: new RegExp(`\\.(?:on${''}ly|to${''}do)\\(|\\btest\\.sk${''}ip\\(`, 'g'),
    most: 0,
  },
  { habit: 'unfinished marks', pattern: new RegExp(`\\b(?:TO${''}DO|FIX${''}ME|XX${''}X)\\b`, 'g'), most: 0 },
  {
    habit: 'loops over lists by a name that Node’s reader of types takes for the word before the list',
    pattern: new RegExp(`for \\(const o${''}f o${''}f\\b`, 'g'),
    most: 0,
  },
];

/** Words in comments and strings are prose, except for the marks that are written in comments. */
const withoutProse = (line: string): string =>
  line.replace(/^\s*\/?\*.*$|\/\/.*$|\/\*.*?\*\//g, '').replace(/'[^']*'|"[^"]*"|`[^`]*`/g, "''");

/** This file names the habits it counts. */
const SELF = 'bin/house/bad-habits.test.ts';

test.each(MOST)('$habit: at most $most', ({ habit, pattern, most }) => {
  const places = sourceFiles()
    .filter(({ path }) => path !== SELF)
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, i) => {
        const searched = habit === 'the any type' ? withoutProse(line) : line;
        return searched.match(pattern) ? [`${path}:${i + 1} ${line.trim()}`] : [];
      }),
    );
  expect(places.length, places.join('\n')).toBeLessThanOrEqual(most);
});

test('the counter sees what it counts', () => {
  const any = MOST[0].pattern;
  expect(withoutProse(`const a: an${''}y = 1`).match(any)).toHaveLength(1);
  expect(withoutProse(`f(x as an${''}y)`).match(any)).toHaveLength(1);
  expect(withoutProse('for (const x of many) // (any of them)').match(any)).toBeNull();
});
