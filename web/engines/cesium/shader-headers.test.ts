import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(import.meta.dirname, '../../../shaders');
const files = readdirSync(folder).filter((name) => name.endsWith('.glsl'));

describe('shaders', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(5));

  it.each(files)('%s is one effect whose header names every input with its unit', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const header = /^\/\*([\s\S]*?)\*\//.exec(text)?.[1] ?? '';
    const inputs = header.split(/\*\s*Inputs\b/)[1]?.split(/\*\s*Output/)[0] ?? '';
    const signatures = [...text.matchAll(/^\w+ \w+\(([^)]*)\) \{$/gm)];
    expect(signatures).toHaveLength(1);
    const parameters = signatures[0]![1]!.split(',').map((part) => part.trim().split(/\s+/).at(-1)!);
    for (const parameter of parameters) {
      const line = new RegExp(`\\*\\s+${parameter}\\s{2,}(.+)`).exec(inputs)?.[1] ?? '';
      expect(line, `${name}: ${parameter}`).toMatch(
        /metres|pixels|model units|no unit|unit vector|linear RGB|degrees|seconds/,
      );
    }
    expect(header).toMatch(/\*\s*Output/);
  });
});
