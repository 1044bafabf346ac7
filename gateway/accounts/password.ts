import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet (2025), argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const TAG_BYTES = 32;
const SALT_BYTES = 16;
/** Each hash holds 19 MiB for some 30 ms: a burst of sign-ins must not take the gateway's memory. */
const MOST_AT_ONCE = 2;
/** PHC string format: $argon2id$v=19$m=…,t=…,p=…$salt$tag. */
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);
const waiting: (() => void)[] = [];
let running = 0;

const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (running >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    waiting.shift()?.();
  }
};

/** The same characters, however a keyboard composed them. */
const asTyped = (password: string): Buffer => Buffer.from(password.normalize('NFKC'));
const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** @returns PHC string */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(SALT_BYTES);
  const tag = await inTurn(() =>
    derive('argon2id', { message: asTyped(password), nonce, tagLength: TAG_BYTES, ...COST }),
  );
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
};

/** Of nobody: verifying against it takes as long as against a real one. */
const NOBODYS = hashPassword(randomBytes(SALT_BYTES).toString('hex'));

/**
 * Whether `password` is the one of the PHC string; null: there is no such account or it has no password, which takes as long
 * to find out. @throws Error where the string is none of ours
 */
export const isPassword = async (phc: string | null, password: string): Promise<boolean> => {
  const parts = PHC.exec(phc ?? (await NOBODYS));
  if (!parts) throw new Error('a kept password is not in the form $argon2id$v=19$m=…,t=…,p=…$salt$tag');
  const [memory, passes, parallelism] = parts.slice(1, 4).map(Number) as [number, number, number];
  const [nonce, wanted] = parts.slice(4).map((part) => Buffer.from(part, 'base64')) as [Buffer, Buffer];
  const given = await inTurn(() =>
    derive('argon2id', {
      message: asTyped(password),
      nonce,
      tagLength: wanted.length,
      memory,
      passes,
      parallelism,
    }),
  );
  return timingSafeEqual(given, wanted) && phc !== null;
};
