import { DatabaseError } from 'pg';

/** The database does not answer, or cannot keep anything now. Nothing is acknowledged; sending again later is right. */
export class StoreDown extends Error {
  override readonly name = 'StoreDown';
}

/**
 * SQLSTATE classes that pass by themselves or by a hand at the machine: connection, transaction state, deadlock,
 * resources (disk full), in use, stopped, system, corruption.
 */
const PASSING_STATES = /^(08|25|40|53|55|57|58|XX)/;
const SOCKET_ERRORS = /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|EAGAIN|EMFILE|ENOTFOUND|EHOSTUNREACH)/;
/** What pg itself says without a code. */
const LOST_CONNECTION = /connection|timeout|not queryable/i;

/** Whether trying the very same again later can succeed. */
export const isPassing = (error: unknown): boolean => {
  if (error instanceof StoreDown) return true;
  if (error instanceof DatabaseError) return PASSING_STATES.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // Of the socket, not of a file.
  if (code) return SOCKET_ERRORS.test(code) && syscall !== 'open';
  return LOST_CONNECTION.test(error.message);
};

export const asStoreDown = (error: unknown): StoreDown =>
  error instanceof StoreDown
    ? error
    : new StoreDown(`the database does not keep: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
