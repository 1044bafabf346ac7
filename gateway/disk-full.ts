import type { Problem } from './problem.ts';

/** Codes of a disk without room, of the system and of PostgreSQL. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100']);

/** Also where the store says it of what it could not keep. */
export const isDiskFull = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return FULL.has(code ?? '') || FULL.has(cause?.code ?? '');
};

export const DISK_FULL: Problem = {
  status: 507,
  title: 'The disk is full',
  detail: 'The gateway has no room left on its disk. Nothing of this request was kept.',
  mend: 'Make room where the state folder or the database lies, then try again.',
};
