import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'kysely';
import type { AcceptedPositions, KeptPicture } from '../../gateway/live/ports.ts';
import { connect, type Database } from '../../gateway/live/store/connection.ts';
import { type MadeTag, madePositions } from '../../gateway/live/store/made-messages.ts';
import { type KeptStore, openStore } from '../../gateway/live/store/store.ts';
import { type Bench, type Figure, figure, median } from '../figure.ts';

const GATEWAYS = 50;
const PEOPLE = 5_000;
const SECONDS = 2_000;
/** A whole hour, so that all of it is one archive file. */
const START = Math.floor(1_790_000_000_000 / 3_600_000) * 3_600_000;
/** The store gathers for a quarter second, so a second of a mine comes in about four transactions. */
const COMMITS_A_SECOND = 4;
/** Seconds stored as they come, then seconds a transaction. */
const SINGLY = 40;
const TOGETHER = 20;
/** The peer holds fewer: its lookups grow by the logarithm only, and its bytes a position not at all. */
const PEER_SECONDS = 400;
const MOMENTS = 40;
const MINE = 'bench';

/** The same numbers at every run. */
const random = (() => {
  let state = 20_261_231;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
})();

interface Walker extends MadeTag {
  e: number;
  n: number;
  u: number;
  course: number;
}

/** People at 1.3 m/s on changing courses, with half a metre of noise. */
const walkers = (count: number): Walker[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `tag-${String(i).padStart(5, '0')}`,
    e: Math.floor(random() * 200_000),
    n: Math.floor(random() * 200_000),
    u: -Math.floor(random() * 60_000),
    course: random() * 6.3,
  }));

const walk = (of: readonly Walker[]): void => {
  for (const one of of) {
    one.course += (random() - 0.5) * 0.4;
    one.e = Math.round(one.e + 130 * Math.cos(one.course) + (random() - 0.5) * 50);
    one.n = Math.round(one.n + 130 * Math.sin(one.course) + (random() - 0.5) * 50);
    one.u = Math.round(one.u + (random() - 0.5) * 10);
  }
};

const percentile95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1];

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

const makePeer = (db: Database) =>
  sql`CREATE TABLE peer (tag int NOT NULL, at bigint NOT NULL, e int NOT NULL, n int NOT NULL, u int NOT NULL,
    heading smallint NOT NULL, state smallint NOT NULL, PRIMARY KEY (tag, at))`.execute(db);

const insertPeer = (db: Database, second: number, people: readonly Walker[]) =>
  sql`INSERT INTO peer SELECT * FROM unnest(${people.map((_, i) => i + 1)}::int[],
    ${people.map((_, i) => START + second * 1000 + (i % 1000))}::bigint[], ${people.map((one) => one.e)}::int[],
    ${people.map((one) => one.n)}::int[], ${people.map((one) => one.u)}::int[],
    ${people.map((one) => one.e & 0xff)}::int[], ${people.map(() => 0)}::int[])`.execute(db);

const peerAt = (db: Database, people: number, time: number) =>
  sql`SELECT p.* FROM generate_series(1, ${people}::int) AS t CROSS JOIN LATERAL
    (SELECT * FROM peer WHERE tag = t AND at <= ${time}::bigint ORDER BY at DESC LIMIT 1) p`.execute(db);

const peerMinute = async (db: Database, people: number, time: number): Promise<void> => {
  await peerAt(db, people, time);
  await sql`SELECT p.* FROM generate_series(1, ${people}::int) AS t CROSS JOIN LATERAL
    (SELECT * FROM peer WHERE tag = t AND at > ${time}::bigint AND at <= ${time + 59_000}::bigint) p`.execute(
    db,
  );
};

const tableBytes = async (db: Database, tables: readonly string[]): Promise<number> => {
  const { rows } = await sql<{ bytes: number }>`
    SELECT sum(pg_total_relation_size(t::regclass))::float8 AS bytes FROM unnest(${[...tables]}::text[]) t`.execute(
    db,
  );
  return rows[0].bytes;
};

const folderBytes = async (folder: string): Promise<number> => {
  const sizes = await Promise.all(
    (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
  );
  return sizes.reduce((a, b) => a + b, 0);
};

const nobody = (time: number): KeptPicture => ({
  time,
  tag: [],
  synthetic: new Uint8Array(0),
  entities: {
    count: 0,
    handle: new Uint32Array(0),
    position: new Int32Array(0),
    heading: new Uint8Array(0),
    state: new Uint8Array(0),
    age: new Uint32Array(0),
    spot: new Uint16Array(0),
  },
});

/**
 * Stores every second in the rows that the running store makes of it: a quarter of the gateways each. The first
 * `SINGLY` seconds in transactions of their own too, which is what the rate is measured on; then, to save time, many
 * seconds a transaction.
 */
const fill = async (store: KeptStore, db: Database, people: readonly Walker[], seconds: number) => {
  const ofGateway = Array.from({ length: GATEWAYS }, (_, g) => people.filter((_, i) => i % GATEWAYS === g));
  const spent = { ours: 0, peer: 0, pictures: [] as number[] };
  for (let second = 0; second < seconds; ) {
    const block = second < SINGLY ? 1 : Math.min(TOGETHER, seconds - second);
    const parts: AcceptedPositions[][] = Array.from({ length: COMMITS_A_SECOND }, () => []);
    for (let i = second; i < second + block; i++) {
      walk(people);
      ofGateway.forEach((tags, g) => {
        const at = START + i * 1000 + g * 20;
        parts[g % COMMITS_A_SECOND].push(madePositions({ mine: MINE, gateway: `g${g}`, seq: i, at, tags }));
      });
      if (i < PEER_SECONDS) {
        const took = await timed(() => insertPeer(db, i, people));
        if (i < SINGLY) spent.peer += took;
      }
    }
    for (const messages of parts) {
      const took = await timed(() => Promise.all(messages.map((one) => store.keep(one))));
      if (second < SINGLY) spent.ours += took;
    }
    const before = Math.floor(second / 60);
    second += block;
    if (Math.floor(second / 60) > before)
      spent.pictures.push(await timed(() => store.keepPicture(MINE, nobody(START + second * 1000 - 1))));
    if (second % 200 === 0) process.stderr.write(`  ${second} of ${seconds} s stored\n`);
  }
  return spent;
};

/** Every figure for this many people and seconds, in a fresh database. */
export const measureReplay = async (peopleCount: number, seconds: number): Promise<Figure[]> => {
  const stateFolder = await mkdtemp(join(tmpdir(), 'hb-'));
  await chmod(stateFolder, 0o755);
  const positions = peopleCount * seconds;
  const store = await openStore({ stateFolder, clock: Date.now, gatherMs: 0 });
  const db = connect(
    { host: join(stateFolder, 'postgres/run'), port: 5432, user: 'hyalite', database: 'postgres' },
    2,
  );
  const figures: Figure[] = [];
  const peerSeconds = Math.min(PEER_SECONDS, seconds);
  const name = `one row a position, index (tag, time), ${((peopleCount * peerSeconds) / 1e6).toFixed(1)} M of them`;
  const add = (metric: string, unit: string, ours: number, peer?: number): void => {
    figures.push(figure('replay', metric, unit, ours, peer === undefined ? null : { value: peer, name }));
  };
  try {
    await makePeer(db);
    const spent = await fill(store, db, walkers(peopleCount), seconds);
    await sql`VACUUM ANALYZE`.execute(db);
    const rate = (milliseconds: number): number =>
      (peopleCount * Math.min(SINGLY, seconds) * 1000) / milliseconds;
    add(
      'positions kept a second, each second in four transactions (peer: one)',
      '1/s',
      rate(spent.ours),
      rate(spent.peer),
    );
    if (spent.pictures.length) add('keeping a picture (once a minute), median', 'ms', median(spent.pictures));
    const bytes = await tableBytes(db, ['position_frame', 'picture']);
    add(
      'bytes a position, database',
      'bytes',
      bytes / positions,
      (await tableBytes(db, ['peer'])) / (peopleCount * peerSeconds),
    );

    const moments = Array.from({ length: MOMENTS }, () =>
      Math.floor(START + 60_000 + random() * (seconds - 61) * 1000),
    );
    const ask = async (): Promise<number[]> => {
      const times: number[] = [];
      for (const time of moments)
        times.push(
          await timed(async () => {
            const count = (await store.pictureAt(MINE, time))?.entities.count;
            if (count !== peopleCount) throw new Error(`${count} of ${peopleCount} people at ${time}`);
          }),
        );
      return times;
    };
    await ask();
    const [ours, peer] = [await ask(), [] as number[]];
    const ofPeer = (time: number): number => START + 60_000 + ((time - START) % ((peerSeconds - 121) * 1000));
    for (const time of moments) peer.push(await timed(() => peerAt(db, peopleCount, ofPeer(time))));
    add('everyone at a moment, median', 'ms', median(ours), median(peer));
    add('everyone at a moment, p95', 'ms', percentile95(ours), percentile95(peer));

    const minute = async (from: number): Promise<void> => {
      let pictures = 0;
      for await (const picture of store.pictures(MINE, from, from + 59_000, 1000))
        pictures += picture.entities.count;
      if (pictures !== 60 * peopleCount) throw new Error(`${pictures} places in a minute`);
    };
    const starts = moments.slice(0, 8).map((time) => Math.min(time, START + (seconds - 61) * 1000));
    const [minutes, peerMinutes]: number[][] = [[], []];
    for (const from of starts) minutes.push(await timed(() => minute(from)));
    for (const from of starts) peerMinutes.push(await timed(() => peerMinute(db, peopleCount, ofPeer(from))));
    add('a minute as 60 pictures, median', 'ms', median(minutes), median(peerMinutes));

    const retention = new Map([[MINE, { liveDays: 1 / 24, archiveDays: 365, readingsDays: 365 }]]);
    const archiving = await timed(() => store.maintain(START + 5 * 3_600_000, retention));
    add('moving a million positions to Parquet and checking them', 's', archiving / 1000 / (positions / 1e6));
    add(
      'bytes a position, Parquet',
      'bytes',
      (await folderBytes(join(stateFolder, 'archive', MINE))) / positions,
    );
    await ask();
    const archived = await ask();
    add('everyone at a moment of the archive, median', 'ms', median(archived));
    add('everyone at a moment of the archive, p95', 'ms', percentile95(archived));
    return figures;
  } finally {
    await db.destroy();
    await store.close();
    await rm(stateFolder, { recursive: true, force: true });
  }
};

export const replay: Bench = {
  name: 'replay',
  about: `${(PEOPLE * SECONDS) / 1e6} M positions of ${PEOPLE} people stored by the second, beside one row a position`,
  skip: () => (process.platform === 'win32' ? 'the built-in database needs unix sockets' : null),
  run: () => measureReplay(PEOPLE, SECONDS),
};
