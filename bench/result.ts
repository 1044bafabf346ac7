import { cpus, totalmem } from 'node:os';
import process from 'node:process';
import type { Figure } from './figure.ts';

const machine = () => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGiB: Math.round(totalmem() / 2 ** 30),
});

/** What a result file holds. @param conditions what else of the machine matters */
export const resultText = (
  about: string,
  figures: readonly Figure[],
  conditions: Readonly<Record<string, string>>,
): string => `${JSON.stringify({ machine: { ...machine(), ...conditions }, about, figures }, null, 2)}\n`;
