import type { Account } from '../../domain/contracts/account.ts';
import type { Guard } from '../accounts/guard.ts';
import type { Counties } from '../county/counties.ts';
import type { RuleBooks } from '../county/rule-books.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';

/** What the routes of the regional plan stand on. Who may use a route is decided by the guard before they run. */
export interface PlanContext {
  readonly guard: Pick<Guard, 'account' | 'mayInCounty' | 'minesOf'>;
  readonly counties: Counties;
  readonly books: RuleBooks;
  /** Folder of the counties. */
  readonly countiesRoot: string;
  /** Holds one bundle a mine. */
  readonly bundlesRoot: string;
  /** Folder of the rule files. */
  readonly rulesRoot: string;
  /** Reads and writes as an account: of counties it does not see the database has no rows for it. */
  as<T>(account: Pick<Account, 'id'>, work: (tx: ViewerDatabase) => Promise<T>): Promise<T>;
  /** ms since 1970. */
  readonly clock: () => number;
}

/** The county's bundle is missing or broken; the message says how to mend it. */
export class CountyNotOpen extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CountyNotOpen';
  }
}
