import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import type { Report } from './check-report.ts';

/** Reads and validates a JSON file; null after reporting why it could not be. */
export const readJson = async <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  report: Report,
): Promise<{ value: z.output<Schema>; bytes: number } | null> => {
  let json: unknown;
  let bytes: number;
  try {
    const content = await readFile(path);
    bytes = content.length;
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (error) {
    report('json-unreadable', error instanceof Error ? error.message : String(error));
    return null;
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data, bytes };
  for (const issue of parsed.error.issues.slice(0, 20))
    report('schema', issue.message, `/${issue.path.join('/')}`);
  return null;
};
