import type { Problem } from './problem.ts';
import { DeskBusy, DeskFailed, DeskLate } from './thread-desk.ts';

/** Seconds after which it is worth asking again for what was not made. */
export const RETRY_SECONDS = 30;

/** What is told of an errand that a thread did not do; null: the error is none of a desk. @param made what was to be made */
export const deskProblem = (
  error: unknown,
  made: { readonly one: string; readonly many: string },
): Problem | null => {
  if (error instanceof DeskBusy)
    return {
      status: 503,
      title: `Too many ${made.many} are being made`,
      detail: `${error.message}.`,
      mend: 'Try again in half a minute.',
    };
  if (error instanceof DeskLate)
    return {
      status: 503,
      title: `Making the ${made.one} took too long`,
      detail: `${error.message}; it was given up.`,
      mend: 'Try again when the gateway has less to do; if it stays, send its log to whoever runs it.',
    };
  if (error instanceof DeskFailed)
    return {
      status: 500,
      title: `The ${made.one} could not be made`,
      detail: 'An error while it was made; the log of the gateway has it.',
      mend: 'Send the log to whoever runs the gateway. Nothing was stored or changed.',
    };
  return null;
};
