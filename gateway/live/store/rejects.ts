import { type Kysely, sql } from 'kysely';
import { parseTopic } from '../../../domain/contracts/live/topic.ts';
import { REJECT_REASONS, type Reject, type RejectReason } from '../ports.ts';
import type { Database } from './connection.ts';
import type { NameIds } from './name-ids.ts';
import type { Schema } from './schema.ts';

/** Of each mine, and of what names no known mine; older ones go. */
export const KEPT_REJECTS = 10_000;
const HEAD_BYTES = 2048;
const TEXT_LENGTH = 1024;
const WAITING = 1_000;

/** PostgreSQL's text holds no zero character; what sent it may be anything. */
const text = (of: string): string => of.slice(0, TEXT_LENGTH).replaceAll('\0', '�');

/** Keeps what was refused as far as there is room: it must never cost what is accepted. */
export class Rejects {
  readonly #db: Database;
  readonly #ids: NameIds;
  readonly #waiting: Reject[] = [];
  #running: Promise<void> | null = null;

  constructor(db: Database, ids: NameIds) {
    this.#db = db;
    this.#ids = ids;
  }

  /** Returns at once; while more wait than there is room for, further ones are not kept. */
  add(reject: Reject): void {
    if (this.#waiting.length >= WAITING) return;
    this.#waiting.push({ ...reject, head: reject.head.slice(0, HEAD_BYTES) });
    this.#running ??= this.#run();
  }

  async list(db: Kysely<Schema>, mineName: string | null, limit: number): Promise<Reject[]> {
    await this.#running;
    const mine = mineName === null ? null : await this.#ids.knownMine(mineName);
    if (mineName !== null && mine === null) return [];
    const rows = await db
      .selectFrom('reject')
      .selectAll()
      .where('mine', mine === null ? 'is' : '=', mine)
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
    return rows.map((row) => ({
      reason: REJECT_REASONS.find((reason) => reason === row.reason) ?? ('bad-shape' satisfies RejectReason),
      topic: row.topic,
      client: row.client,
      receivedAt: row.received_at,
      head: new Uint8Array(row.head),
      bytes: row.bytes,
      detail: row.detail,
    }));
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      // Not kept where the database is not there: they are counted all the same, by intake.
      await this.#store(batch).catch(() => {});
    }
    this.#running = null;
  }

  async #store(batch: readonly Reject[]): Promise<void> {
    const rows = [];
    for (const reject of batch) {
      const topic = parseTopic(reject.topic);
      rows.push({
        mine: topic ? await this.#ids.knownMine(topic.mine) : null,
        reason: reject.reason,
        topic: text(reject.topic),
        client: text(reject.client),
        received_at: Math.round(reject.receivedAt),
        head: Buffer.from(reject.head),
        bytes: reject.bytes,
        detail: text(reject.detail),
      });
    }
    await this.#db.insertInto('reject').values(rows).execute();
    for (const mine of new Set(rows.map((row) => row.mine)))
      await sql`DELETE FROM reject WHERE mine IS NOT DISTINCT FROM ${mine}::int AND id <=
        (SELECT id FROM reject WHERE mine IS NOT DISTINCT FROM ${mine}::int ORDER BY id DESC OFFSET ${KEPT_REJECTS} LIMIT 1)`.execute(
        this.#db,
      );
  }
}
