import type { Problem } from '../problem.ts';

/**
 * Length counts, not kinds of characters (NIST SP 800-63B-4, 3.1.1.2); refused is what is guessed first: one's own name, one
 * character or a row of keys over and over, and the words that head every list.
 */
const OFTEN =
  /password|passw0rd|qwerty|asdfgh|zxcvbn|12345|abcdef|letmein|welcome|admin|hyalite|woaini|mima/gi;
const ROWS = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop'];
/** Of what is left without those, so many different characters are wanted. */
const LEAST_DIFFERENT = 5;

/** null: good enough. */
export const poorPassword = (password: string, account = ''): Problem | null => {
  const lower = password.normalize('NFKC').toLowerCase();
  const own = account.length >= 3 ? lower.replaceAll(account.toLowerCase(), '') : lower;
  const left = new Set(own.replace(OFTEN, ''));
  const isRow = ROWS.some((row) => row.repeat(3).includes(lower));
  if (!isRow && left.size >= LEAST_DIFFERENT) return null;
  return {
    status: 422,
    title: 'Too easy to guess',
    detail: 'The password is one of those that are tried first.',
    mend: 'Take several words that do not belong together, without the account’s name.',
  };
};
