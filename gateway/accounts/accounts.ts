import { sql } from 'kysely';
import type { MinePlace } from '../../domain/accounts/may.ts';
import type { Account } from '../../domain/contracts/account.ts';
import type { EditAccount, ListedAccount, NewAccount, OneTimeLink } from '../../domain/contracts/session.ts';
import type { Database } from '../live/store/connection.ts';
import { type AccountRow, accountOf } from './account-row.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';
import { accountOfLink, makeLink, takeLink } from './one-time-links.ts';
import { hashPassword, isPassword } from './password.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createTryLimits, type TryLimits } from './try-limits.ts';

/** The account a first start makes. */
export const FIRST_ADMINISTRATOR = 'admin';

/** Whoever did it to an account; null: the gateway itself. */
type By = Pick<Account, 'id' | 'isDemo'> | null;

export interface Accounts {
  readonly sessions: Sessions;
  readonly tries: TryLimits;
  /** Entered without a password; empty where no demo is played. */
  readonly demo: readonly Account[];
  /** null: wrong name or password, which one is not said and takes the same time. */
  signIn(id: string, password: string): Promise<Account | null>;
  hasPassword(id: string): Promise<boolean>;
  /** false: the old one is wrong. Ends all sessions but the one with this token. */
  changePassword(id: string, old: string, password: string, token: string): Promise<boolean>;
  /** Whose a one-time link is, without using it; null: there is no such link any more. */
  linkOf(token: string): Promise<string | null>;
  /** Chooses a password with a one-time link; null: there is no such link any more. */
  enterByLink(token: string, password: string): Promise<Account | null>;
  /**
   * Somebody who signed in elsewhere: what they are and see is what the claims say now. `taken`: the id is another's, with a
   * password or of another subject.
   */
  enterFrom(subject: string, account: Account): Promise<Account | 'taken' | 'disabled'>;
  list(): Promise<ListedAccount[]>;
  find(id: string): Promise<ListedAccount | null>;
  /** What a demo account makes is a demo account. null: the id is taken. */
  create(by: By, wanted: NewAccount): Promise<{ account: ListedAccount; link: OneTimeLink } | null>;
  /** Ends its sessions. null: there is no such account; `last`: it would leave nobody who can manage accounts. */
  edit(by: By, id: string, change: EditAccount): Promise<ListedAccount | 'last' | null>;
  /** Its password is gone and its sessions end; null: there is no such account. */
  giveLink(by: By, id: string): Promise<OneTimeLink | null>;
  /** While no administrator can sign in: makes one, and a link to begin with. null: one can. */
  firstLink(): Promise<OneTimeLink | null>;
  /** Tells the database which county lists which mine, for row-level security. */
  keepPlaces(places: readonly MinePlace[]): Promise<void>;
}

const listed = (row: AccountRow): ListedAccount => ({
  ...accountOf(row),
  madeAt: row.made_at,
  disabledAt: row.disabled_at,
  hasPassword: row.password !== null,
  elsewhere: row.subject !== null,
});

/**
 * Opens the accounts of a migrated database. @param o.playsDemo makes the demo accounts and lets them in
 * @param o.hasProvider whoever was made by an identity provider can sign in; without one only those with a password
 */
export const openAccounts = async (o: {
  readonly db: Database;
  readonly clock: () => number;
  readonly playsDemo?: boolean | undefined;
  readonly hasProvider?: boolean;
}): Promise<Accounts> => {
  const { db, clock } = o;
  const admitsDemo = o.playsDemo === true;
  const sessions = createSessions({ db, clock, admitsDemo });

  const note = (by: By, account: string, what: string, detail: unknown = {}, tx: Database = db) =>
    tx
      .insertInto('account_event')
      .values({ at: clock(), by_account: by?.id ?? null, account, what, detail: JSON.stringify(detail) })
      .execute();
  const rowOf = (id: string): Promise<AccountRow | undefined> =>
    db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  const choosePassword = async (id: string, password: string): Promise<void> => {
    const kept = await hashPassword(password);
    await db.updateTable('account').set({ password: kept }).where('id', '=', id).execute();
    await note({ id, isDemo: false }, id, 'password');
  };
  const insert = (account: Account, subject: string | null = null) =>
    db
      .insertInto('account')
      .values({
        id: account.id,
        name: account.name,
        role: account.role,
        county: account.county,
        mines: [...account.mines],
        is_demo: account.isDemo,
        password: null,
        subject,
        made_at: clock(),
        disabled_at: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returningAll()
      .executeTakeFirst();

  if (admitsDemo)
    for (const account of DEMO_ACCOUNTS) {
      const { name, role, county, mines } = account;
      if (!(await insert(account)))
        await db
          .updateTable('account')
          .set({ name, role, county, mines: [...mines], disabled_at: null })
          .where('id', '=', account.id)
          .where('is_demo', '=', true)
          .execute();
    }

  /** Administrators who can sign in, the demo's aside. */
  const administrators = async (but: string, tx: Database = db): Promise<number> => {
    const { count } = await tx
      .selectFrom('account')
      .select(sql<number>`count(*)::int`.as('count'))
      .where('role', '=', 'administrator')
      .where('is_demo', '=', false)
      .where('disabled_at', 'is', null)
      .where((where) =>
        where.or([
          where('password', 'is not', null),
          ...(o.hasProvider ? [where('subject', 'is not', null)] : []),
        ]),
      )
      .where('id', '!=', but)
      .executeTakeFirstOrThrow();
    return count;
  };
  /** Who is an administrator changes in one transaction at a time: two who disable each other would leave nobody. */
  const oneAtATime = <T>(work: (tx: Database) => Promise<T>): Promise<T> =>
    db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(tx);
      return work(tx);
    });
  let keptPlaces: readonly MinePlace[] = [];

  return {
    sessions,
    tries: createTryLimits({ db, clock }),
    demo: admitsDemo ? DEMO_ACCOUNTS : [],
    signIn: async (id, password) => {
      const row = await rowOf(id);
      const may = row && row.disabled_at === null && (admitsDemo || !row.is_demo) ? row : null;
      return (await isPassword(may?.password ?? null, password)) && may ? accountOf(may) : null;
    },
    hasPassword: async (id) => ((await rowOf(id))?.password ?? null) !== null,
    changePassword: async (id, old, password, token) => {
      if (!(await isPassword((await rowOf(id))?.password ?? null, old))) return false;
      await choosePassword(id, password);
      await sessions.closeAll(id, token);
      return true;
    },
    linkOf: (token) => accountOfLink(db, token, clock()),
    enterByLink: async (token, password) => {
      const id = await takeLink(db, token, clock());
      const row = id === null ? undefined : await rowOf(id);
      if (!row || row.disabled_at !== null) return null;
      await choosePassword(row.id, password);
      await sessions.closeAll(row.id);
      return accountOf(row);
    },
    enterFrom: async (subject, account) => {
      const known = await db
        .selectFrom('account')
        .selectAll()
        .where('subject', '=', subject)
        .executeTakeFirst();
      if (!known) {
        const made = await insert(account, subject);
        if (!made) return 'taken';
        await note(null, made.id, 'created', { subject });
        return accountOf(made);
      }
      if (known.disabled_at !== null) return 'disabled';
      const { name, role, county, mines } = account;
      const before = accountOf(known);
      const now = { ...before, name, role, county, mines: [...mines] };
      if (JSON.stringify(before) === JSON.stringify(now)) return before;
      const isDemoted = before.role === 'administrator' && role !== 'administrator';
      const isTaken = await oneAtATime(async (tx) => {
        if (isDemoted && (await administrators(known.id, tx)) === 0) {
          // Else nobody could mend a claim that was mapped wrongly.
          await note(null, known.id, 'edited', { kept: 'last administrator', claimed: role }, tx);
          return false;
        }
        await tx
          .updateTable('account')
          .set({ name, role, county, mines: [...mines] })
          .where('id', '=', known.id)
          .execute();
        await note(null, known.id, 'edited', { name, role, county, mines }, tx);
        return true;
      });
      if (!isTaken) return before;
      await sessions.closeAll(known.id);
      return now;
    },
    list: async () => (await db.selectFrom('account').selectAll().orderBy('id').execute()).map(listed),
    find: async (id) => {
      const row = await rowOf(id);
      return row ? listed(row) : null;
    },
    create: async (by, wanted) => {
      const row = await insert({ ...wanted, isDemo: by?.isDemo ?? false });
      if (!row) return null;
      await note(by, row.id, 'created', wanted);
      return { account: listed(row), link: await makeLink(db, row.id, clock()) };
    },
    edit: async (by, id, { disabled, ...change }) => {
      const edited = await oneAtATime(async (tx) => {
        const before = await tx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
        if (!before) return null;
        const stays = change.role === 'administrator' && !disabled;
        const was = before.role === 'administrator' && before.disabled_at === null && !before.is_demo;
        if (was && !stays && (await administrators(id, tx)) === 0) return 'last';
        const row = await tx
          .updateTable('account')
          .set({
            ...change,
            mines: [...change.mines],
            disabled_at: disabled ? (before.disabled_at ?? clock()) : null,
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        await note(by, id, 'edited', { ...change, disabled }, tx);
        return listed(row);
      });
      if (edited === null || edited === 'last') return edited;
      await sessions.closeAll(id);
      return edited;
    },
    giveLink: async (by, id) => {
      if (!(await rowOf(id))) return null;
      await db.updateTable('account').set({ password: null }).where('id', '=', id).execute();
      await note(by, id, 'one-time-link');
      await sessions.closeAll(id);
      return makeLink(db, id, clock());
    },
    firstLink: async () => {
      if ((await administrators('')) > 0) return null;
      const role = 'administrator';
      const first: Account = {
        id: FIRST_ADMINISTRATOR,
        name: '管理员',
        role,
        county: null,
        mines: [],
        isDemo: false,
      };
      if (!(await insert(first)))
        await db.updateTable('account').set({ role, disabled_at: null }).where('id', '=', first.id).execute();
      await note(null, FIRST_ADMINISTRATOR, 'one-time-link');
      return makeLink(db, FIRST_ADMINISTRATOR, clock());
    },
    keepPlaces: async (places) => {
      if (places === keptPlaces || places.length === 0) return;
      const mines = places.map(({ mine }) => mine);
      // What no file names any more is in nobody's scope, here as before every route. Only what was named here: another gateway of
      // this database may serve other mines.
      const gone = keptPlaces.flatMap(({ mine }) => (mines.includes(mine) ? [] : [mine]));
      if (gone.length > 0) await db.deleteFrom('mine_place').where('mine', 'in', gone).execute();
      await sql`INSERT INTO mine_place (mine, county)
        SELECT * FROM unnest(${mines}::text[], ${places.map(({ county }) => county)}::text[])
        ON CONFLICT (mine) DO UPDATE SET county = EXCLUDED.county
        WHERE mine_place.county IS DISTINCT FROM EXCLUDED.county`.execute(db);
      keptPlaces = places;
    },
  };
};
