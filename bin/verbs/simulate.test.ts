import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, describe, expect, test } from 'vitest';
import type { Truth } from '../../data/simulator/world.ts';
import { metres } from '../../domain/units/quantities.ts';
import { startBroker } from '../../gateway/live/intake/broker.ts';
import { CREDENTIALS_FILE, openCredentials } from '../../gateway/live/intake/credentials.ts';
import { createIntake } from '../../gateway/live/intake/intake.ts';
import { PLAIN_LOCATOR, recordingSink } from '../../gateway/live/intake/messages.test-data.ts';
import { loadLiveMine } from '../../gateway/live/setup/live-mine.ts';
import { writeTinyLiveMine } from '../../gateway/live/setup/tiny-live-mine.test-data.ts';
import { parseDuration, parseMoment, parseShare } from './simulate.ts';

const CLI = join(import.meta.dirname, '..', 'hyalite.ts');
const roots: string[] = [];
afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true }))));

const simulate = async (...args: string[]) => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CLI, 'simulate', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, out, err };
};

describe('the command line', () => {
  test.each([
    ['5%', 0.05],
    ['0.2', 0.2],
    ['0%', 0],
  ])('takes the share %s', (text, share) => expect(parseShare(text)).toBeCloseTo(share, 12));
  test.each(['120%', 'many', '-1', ''])('refuses the share "%s"', (text) =>
    expect(() => parseShare(text)).toThrow(/share/),
  );
  test.each([
    ['90s', 90],
    ['2min', 120],
    ['1.5h', 5400],
    ['30d', 2_592_000],
    ['250ms', 0.25],
    ['7', 7],
  ])('takes the time %s', (text, seconds) => expect(parseDuration(text)).toBeCloseTo(seconds, 9));
  test.each(['soon', '3 weeks', '-1s'])('refuses the time "%s"', (text) =>
    expect(() => parseDuration(text)).toThrow(/90s/),
  );
  test('help shows examples; a folder without a mine is said in one line', async () => {
    const help = await simulate('--help');
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/Examples:[\s\S]*--late 5% --dup 2% --skew 90s --silent 3 --rate 5000/);
    const none = await simulate('--data', import.meta.dirname);
    expect(none.code).toBe(1);
    expect(none.err).toContain('no folder in it has a live.yaml');
  });
});

describe('a moment', () => {
  test('needs its zone', () => {
    expect(parseMoment('2026-03-02T10:00+08:00')).toBe(Date.UTC(2026, 2, 2, 2));
    expect(parseMoment('2026-03-02T02:00:00Z')).toBe(Date.UTC(2026, 2, 2, 2));
    for (const text of ['2026-03-02', '2026-03-02T10:00', 'noon', ''])
      expect(() => parseMoment(text)).toThrow();
  });
});

describe('a run against the embedded broker', () => {
  test('what arrives is what was true, once each, whatever the faults', async () => {
    const { root, liveFolder, bundleFolder } = await writeTinyLiveMine();
    roots.push(root);
    const state = join(root, 'state');
    const truthFile = join(root, 'truth.jsonl');
    const sink = recordingSink();
    const intake = createIntake({
      sink,
      locator: () => PLAIN_LOCATOR,
      clock: Date.now,
      mines: [{ mine: 'tiny', county: 'yunxiu', silentAfterMs: 30_000, gateways: ['GW-1'] }],
      seen: [],
    });
    const broker = await startBroker({
      intake,
      credentials: openCredentials(join(state, CREDENTIALS_FILE)),
      port: 0,
    });
    const done = await simulate(
      ...['--data', join(liveFolder, '..'), '--bundles', join(bundleFolder, '..'), '--state', state],
      ...['--url', `mqtt://127.0.0.1:${broker.port}`, '--seconds', '3', '--people', '40', '--gateways', '3'],
      ...['--rate', '400', '--dup', '20%', '--late', '10%', '--skew', '90s', '--truth', truthFile],
      // People are where their shift has them: at some hours nobody is near the first gateway.
      ...['--world-time', '2026-03-02T10:00+08:00'],
    );
    const rejected = intake.rejected(null);
    await broker.close();
    expect(done.err).not.toContain('not taken');
    expect(done.code).toBe(0);
    const [, sent, acknowledged, late, twice] =
      /(\d+) messages sent, (\d+) acknowledged, 0 left \(late (\d+), twice (\d+)/.exec(done.out)!.map(Number);
    expect(acknowledged).toBe(sent);
    expect(late).toBeGreaterThan(0);
    expect(twice).toBeGreaterThan(0);
    expect(Object.values(rejected).every((count) => count === 0)).toBe(true);

    const names = sink.kept.map(({ gateway, message }) => `${gateway} ${message.boot} ${message.seq}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBe(sent! - twice!);
    expect(sink.kept.every(({ message }) => message.synthetic === true)).toBe(true);
    // Each gateway's numbers are there without a gap: late is not lost.
    for (const gateway of ['GW-1', 'GW-SIM-2', 'GW-SIM-3']) {
      const seqs = sink.kept.filter((each) => each.gateway === gateway).map(({ message }) => message.seq);
      expect(seqs.sort((a, b) => a - b)).toEqual(seqs.map((_, i) => i));
    }
    // The first gateway's clock is 90 s ahead; a busy machine may take some of it for the way.
    for (const { gateway, message, receivedAt } of sink.kept)
      if (gateway === 'GW-1') {
        const ahead = message.sent - receivedAt;
        expect(ahead).toBeGreaterThan(70_000);
        expect(ahead).toBeLessThanOrEqual(90_001);
      }

    const { frame } = await loadLiveMine({ liveFolder, bundleFolder });
    const lines = (await readFile(truthFile, 'utf8')).trim().split('\n');
    const truth = new Map(
      lines.map((line) => {
        const { shownAs, tags } = JSON.parse(line) as Truth & { shownAs: number };
        return [shownAs, new Map(tags.map((tag) => [tag.id, tag]))];
      }),
    );
    let compared = 0;
    // What is kept has no tags as they came any more (gateway/live/ports.ts); what was shown has.
    for (const each of sink.shown) {
      if (each.kind !== 'position' || each.gateway !== 'GW-1') continue;
      const real = truth.get(each.message.at - 90_000)!;
      for (const { id, e, n, h } of each.message.tags) {
        const at = frame.surveyToEnu({ easting: metres(e), northing: metres(n), height: metres(h!) });
        const tag = real.get(id)!;
        expect(Math.hypot(at[0] - tag.enu[0], at[1] - tag.enu[1], at[2] - tag.enu[2])).toBeLessThan(1);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(100);
  }, 60_000);
});
