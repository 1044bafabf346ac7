import { sql } from 'kysely';
import type { Database } from './connection.ts';

/** Another process may commit a smaller id after a larger one was read. */
const LATE_IDS = 1000;

type NamedTable = 'gateway' | 'tag';

/**
 * Numbers that stand for names in the database. They are made outside of any larger transaction, so that one that is
 * rolled back leaves no number here that the database does not know.
 */
export class NameIds {
  readonly #db: Database;
  readonly #mines = new Map<string, number>();
  readonly #ids = {
    gateway: new Map<number, Map<string, number>>(),
    tag: new Map<number, Map<string, number>>(),
  };
  readonly #series = new Map<number, Map<string, number>>();
  /** Up to which id the whole table was read, by table and mine. */
  readonly #allUpTo = new Map<string, number>();
  readonly #tagNames = new Map<number, string>();

  constructor(db: Database) {
    this.#db = db;
  }

  /** null where nothing of the mine was ever stored. */
  async knownMine(name: string): Promise<number | null> {
    const known = this.#mines.get(name);
    if (known !== undefined) return known;
    const row = await this.#db.selectFrom('mine').select('id').where('name', '=', name).executeTakeFirst();
    if (!row) return null;
    this.#mines.set(name, row.id);
    return row.id;
  }

  async mine(name: string): Promise<number> {
    const known = await this.knownMine(name);
    if (known !== null) return known;
    await sql`INSERT INTO mine (name) VALUES (${name}) ON CONFLICT DO NOTHING`.execute(this.#db);
    return (await this.knownMine(name))!;
  }

  /** Ids of names in a mine, made where missing. */
  async named(
    table: NamedTable,
    mine: number,
    names: Iterable<string>,
  ): Promise<ReadonlyMap<string, number>> {
    const known = this.#of(this.#ids[table], mine);
    const unknown = new Set<string>();
    for (const name of names) if (!known.has(name)) unknown.add(name);
    if (unknown.size > 0) {
      const missing = [...unknown];
      const target = sql.table(table);
      await sql`INSERT INTO ${target} (mine, name) SELECT ${mine}::int, n FROM unnest(${missing}::text[]) n
        ON CONFLICT DO NOTHING`.execute(this.#db);
      const { rows } = await sql<{ id: number; name: string }>`
        SELECT id, name FROM ${target} WHERE mine = ${mine} AND name = ANY(${missing}::text[])`.execute(
        this.#db,
      );
      for (const { id, name } of rows) known.set(name, id);
    }
    return known;
  }

  /** Ids of (device, metric) pairs in a mine, made where missing. Key: `device/metric`; neither holds a slash. */
  async series(mine: number, pairs: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const known = this.#of(this.#series, mine);
    const missing = [...new Set(pairs)].filter((pair) => !known.has(pair));
    if (missing.length) {
      const [devices, metrics] = [0, 1].map((part) => missing.map((pair) => pair.split('/')[part]!));
      await sql`INSERT INTO series (mine, device, metric)
        SELECT ${mine}::int, d, m FROM unnest(${devices}::text[], ${metrics}::text[]) AS x(d, m)
        ON CONFLICT DO NOTHING`.execute(this.#db);
      const { rows } = await sql<{ id: number; device: string; metric: string }>`
        SELECT id, device, metric FROM series WHERE mine = ${mine} AND (device, metric) IN
        (SELECT d, m FROM unnest(${devices}::text[], ${metrics}::text[]) AS x(d, m))`.execute(this.#db);
      for (const { id, device, metric } of rows) known.set(`${device}/${metric}`, id);
    }
    return known;
  }

  /** Every name of a mine that was ever stored in this table. */
  async all(table: NamedTable, mine: number): Promise<ReadonlyMap<string, number>> {
    const known = this.#of(this.#ids[table], mine);
    const before = this.#allUpTo.get(`${table}/${mine}`) ?? -1;
    const rows = await this.#db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('mine', '=', mine)
      .where('id', '>', before - LATE_IDS)
      .execute();
    for (const { id, name } of rows) known.set(name, id);
    this.#allUpTo.set(
      `${table}/${mine}`,
      rows.reduce((max, { id }) => Math.max(max, id), before),
    );
    return known;
  }

  /** The id of a tag that was stored before, else null. */
  async knownTag(mine: number, name: string): Promise<number | null> {
    const known = this.#of(this.#ids.tag, mine).get(name);
    if (known !== undefined) return known;
    const row = await this.#db
      .selectFrom('tag')
      .select('id')
      .where('mine', '=', mine)
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.id ?? null;
  }

  /** Names of tag ids, in their order. */
  async tagNames(ids: ArrayLike<number>): Promise<string[]> {
    const wanted = Array.from(ids);
    const missing = wanted.filter((id) => !this.#tagNames.has(id));
    if (missing.length) {
      const { rows } = await sql<{ id: number; name: string }>`
        SELECT id, name FROM tag WHERE id = ANY(${missing}::int[])`.execute(this.#db);
      for (const { id, name } of rows) this.#tagNames.set(id, name);
    }
    return wanted.map((id) => this.#tagNames.get(id)!);
  }

  #of(byMine: Map<number, Map<string, number>>, mine: number): Map<string, number> {
    let known = byMine.get(mine);
    if (!known) {
      known = new Map();
      byMine.set(mine, known);
    }
    return known;
  }
}
