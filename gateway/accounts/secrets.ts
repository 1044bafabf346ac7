import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret that is given away once and kept as its hash only. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What is kept of a token. It is random enough for one round of SHA-256. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
