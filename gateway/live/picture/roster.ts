import type { EntityKind, RosterEntry } from '../../../domain/contracts/live/entity.ts';

/** Registered people and vehicles, as live.yaml's tables name them. */
export interface Registered {
  readonly people: readonly {
    readonly tag: string;
    readonly name: string;
    readonly team: string | null;
    readonly role: string | null;
    readonly shift: string | null;
  }[];
  readonly vehicles: readonly {
    readonly tag: string;
    readonly name: string;
    readonly team: string | null;
    readonly type: string | null;
  }[];
}

/** Everyone registered and every tag heard, each under a handle that stays while the gateway runs. */
export interface Roster {
  readonly entries: readonly RosterEntry[];
  readonly byHandle: ReadonlyMap<number, RosterEntry>;
  /** Counts up with every change. */
  readonly revision: number;
  /** undefined: not registered and never heard. */
  of(tag: string): RosterEntry | undefined;
  /** As `of`; a tag nobody is registered for gets an entry. null where there are too many of those. */
  admit(tag: string): RosterEntry | null;
  /** A tag was handed back: whoever is registered stays on the roster, a stranger does not. */
  leave(entry: RosterEntry): void;
  /** It is heard again. */
  comeBack(entry: RosterEntry): void;
}

/** A gateway that makes up tags must not fill the memory; no mine has so many strangers. */
const MOST_STRANGERS = 20_000;

export const createRoster = ({ people, vehicles }: Registered): Roster => {
  let entries: RosterEntry[] = [];
  let revision = 0;
  /** Handles of strangers whose tag was handed back. */
  const gone = new Set<number>();
  const byTag = new Map<string, RosterEntry>();
  const byHandle = new Map<number, RosterEntry>();
  let strangers = 0;
  const add = (
    id: string,
    kind: EntityKind,
    rest: Omit<RosterEntry, 'handle' | 'id' | 'kind'>,
  ): RosterEntry => {
    const entry = { handle: byHandle.size + 1, id, kind, ...rest };
    entries.push(entry);
    revision++;
    byTag.set(id, entry);
    byHandle.set(entry.handle, entry);
    return entry;
  };
  for (const { tag, name, team, role, shift } of people) add(tag, 'person', { name, team, role, shift });
  for (const { tag, name, team, type } of vehicles)
    add(tag, 'vehicle', { name, team, role: type, shift: null });
  return {
    get entries() {
      return entries;
    },
    byHandle,
    get revision() {
      return revision;
    },
    of: (tag) => byTag.get(tag),
    admit: (tag) => {
      const known = byTag.get(tag);
      if (known) return known;
      if (strangers >= MOST_STRANGERS) return null;
      strangers++;
      // What it is on is not known; as a person it is missed by nobody who counts people.
      return add(tag, 'person', { name: null, team: null, role: null, shift: null });
    },
    leave: (entry) => {
      if (entry.name !== null || gone.has(entry.handle)) return;
      gone.add(entry.handle);
      entries = entries.filter(({ handle }) => handle !== entry.handle);
      strangers--;
      revision++;
    },
    comeBack: (entry) => {
      if (!gone.delete(entry.handle)) return;
      entries = [...entries, entry];
      strangers++;
      revision++;
    },
  };
};
