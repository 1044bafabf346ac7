import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { MinePlace } from '../../domain/accounts/may.ts';
import type { PlacedMine } from '../../domain/county/outside-register.ts';

/**
 * Which county a mine is of. First a county's register (counties/<id>/mines.json), which is the county's own word; else
 * the mine's live.yaml; else its bundle, and then the county says of it that its register does not list it. Asked on every request: files are looked at again at most once a second, and
 * read again when they changed.
 */
export interface MinePlaces {
  /** `county` null: nobody says of which it is, or two registers do. */
  place(mine: string): MinePlace;
  /** All that are known; the same array until something changes. */
  all(): readonly PlacedMine[];
}

const LOOK_EVERY_MS = 1_000;

const registerSchema = z.array(z.looseObject({ id: z.string() }));
const catalogSchema = z.looseObject({ mineId: z.string(), county: z.string().optional() });

/** What a file says, read again when it changed; a file that is not there or broken says `none`. */
const watched = <T>(path: string, read: (text: string) => T, none: T): (() => T) => {
  let changedAt = -1;
  let value = none;
  return () => {
    const stat = statSync(path, { throwIfNoEntry: false });
    const mark = stat?.mtimeMs ?? -1;
    if (mark === changedAt) return value;
    changedAt = mark;
    try {
      value = stat ? read(readFileSync(path, 'utf8')) : none;
    } catch {
      value = none;
    }
    return value;
  };
};

const foldersOf = (root: string | undefined): string[] => {
  if (!root) return [];
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
};

export const createMinePlaces = (o: {
  readonly bundlesRoot: string;
  /** Holds one folder a county. */
  readonly countiesRoot?: string | undefined;
  /** Of the mines with a live side. */
  readonly live?: readonly { readonly mine: string; readonly county: string }[];
  readonly log?: (line: string) => void;
}): MinePlaces => {
  const live = new Map((o.live ?? []).map(({ mine, county }) => [mine, county]));
  const registers = new Map<string, () => readonly string[]>();
  const catalogs = new Map<string, () => string | null>();
  const told = new Set<string>();
  let places = new Map<string, PlacedMine>();
  let list: readonly PlacedMine[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;

  const register = (county: string): readonly string[] => {
    const path = join(o.countiesRoot!, county, 'mines.json');
    if (!registers.has(county))
      registers.set(
        county,
        watched<readonly string[]>(
          path,
          (text) => registerSchema.parse(JSON.parse(text)).map(({ id }) => id),
          [],
        ),
      );
    return registers.get(county)!();
  };
  const catalog = (folder: string): string | null => {
    const path = join(o.bundlesRoot, folder, 'catalog.json');
    if (!catalogs.has(folder))
      catalogs.set(
        folder,
        watched<string | null>(path, (text) => catalogSchema.parse(JSON.parse(text)).county ?? null, null),
      );
    return catalogs.get(folder)!();
  };

  const look = (): void => {
    const now = performance.now();
    if (now - lookedAt < LOOK_EVERY_MS) return;
    lookedAt = now;
    const found = new Map<string, PlacedMine>();
    const put = (mine: string, county: string | null, by: PlacedMine['by']) =>
      found.set(mine, { mine, county, by });
    for (const county of foldersOf(o.countiesRoot))
      for (const mine of register(county)) {
        const other = found.get(mine)?.county;
        if (other !== undefined && other !== county && !told.has(mine)) {
          told.add(mine);
          o.log?.(
            `mine ${mine} is in the registers of ${other} and ${county}: until one leaves it out, neither sees its people, ledger or bundle`,
          );
        }
        put(mine, other === undefined || other === county ? county : null, 'register');
      }
    for (const [mine, county] of live) if (!found.has(mine)) put(mine, county, 'live');
    for (const folder of foldersOf(o.bundlesRoot))
      if (!found.has(folder)) put(folder, catalog(folder), 'bundle');
    const isSame =
      found.size === places.size &&
      [...found.values()].every(
        ({ mine, county, by }) => places.get(mine)?.county === county && places.get(mine)?.by === by,
      );
    if (isSame) return;
    places = found;
    list = [...found.values()];
  };

  return {
    place: (mine) => {
      look();
      return { mine, county: places.get(mine)?.county ?? null };
    },
    all: () => {
      look();
      return list;
    },
  };
};
