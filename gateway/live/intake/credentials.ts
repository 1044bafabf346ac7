import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { TOPIC_ID, type Topic } from '../../../domain/contracts/live/topic.ts';

/** Whom a credential admits: one field gateway of one mine. */
export type Device = Pick<Topic, 'county' | 'mine' | 'gateway'>;

/** `{county}.{mine}.{gateway}`; no id holds a dot. */
export const deviceName = ({ county, mine, gateway }: Device): string => `${county}.${mine}.${gateway}`;

/** @returns null where it is no name of a device */
export const parseDeviceName = (name: string): Device | null => {
  const [county, mine, gateway, ...rest] = name.split('.');
  if (!county || !mine || !gateway || rest.length > 0) return null;
  if (![county, mine, gateway].every((id) => TOPIC_ID.test(id))) return null;
  return { county, mine, gateway };
};

/** In the state folder. */
export const CREDENTIALS_FILE = 'credentials.json';

/** Passwords are made by us with 192 random bits; the hash need not be slower than 10 ms to keep them. */
const COST = { N: 4_096, r: 8, p: 1 };
const HASH_BYTES = 32;

const hashed = z.strictObject({
  salt: z.base64(),
  hash: z.base64(),
  N: z.int().min(2).max(65_536),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
});
const fileSchema = z.strictObject({
  'hyalite-credentials': z.literal(1),
  devices: z.record(z.string(), hashed),
});
type Hashed = z.output<typeof hashed>;

const derive = (password: Uint8Array, { salt, N, r, p }: Omit<Hashed, 'hash'>): Promise<Buffer> =>
  new Promise((done, failed) =>
    scrypt(password, Buffer.from(salt, 'base64'), HASH_BYTES, { N, r, p }, (error, key) =>
      error ? failed(error) : done(key),
    ),
  );

export interface Credentials {
  /** Makes a new password for the device, and throws away the one it had. @returns the password, told only here */
  add(device: Device): Promise<string>;
  /** @returns false where there was none */
  remove(device: Device): boolean;
  /** Names, sorted. */
  list(): string[];
  /** What stands for the name's password, other with every new one; null: the name may not send. Cheap, asked at every message. */
  standing(name: string): string | null;
  /** @returns whom the pair admits; null: nobody. @throws Error when too many wait to be checked */
  verify(name: string, password: Uint8Array): Promise<Device | null>;
}

/** Changes by another process (`hyalite device add`) are seen after this, ms. */
const LOOK_AGAIN_MS = 1_000;
/** One name may be wrong as often as it likes; it must not keep the others waiting for minutes. */
const MOST_WAITING = 512;

/**
 * Credentials in one JSON file, which is replaced as a whole. A password that was right is remembered as a keyed digest, so
 * that a thousand gateways that come back at once do not cost a thousand key derivations.
 * @throws Error where the file exists and cannot be understood: it is never replaced by an empty one
 */
export const openCredentials = (path: string, mostWaiting = MOST_WAITING): Credentials => {
  const digestKey = randomBytes(32);
  const digest = (password: Uint8Array) => createHmac('sha256', digestKey).update(password).digest();
  const verified = new Map<string, { readonly hash: string; readonly digest: Buffer }>();
  let devices = new Map<string, Hashed>();
  let version = '';
  let lookedAt = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const look = () => {
    lookedAt = performance.now();
    const stat = statSync(path, { throwIfNoEntry: false });
    const found = stat ? `${stat.mtimeMs} ${stat.ino} ${stat.size}` : '';
    if (found === version) return;
    if (!stat) devices = new Map();
    else {
      let value: unknown;
      try {
        value = JSON.parse(readFileSync(path, 'utf8'));
      } catch (error) {
        throw new Error(`${path} is not JSON (${(error as Error).message}); restore it or delete it`);
      }
      const read = fileSchema.safeParse(value);
      if (!read.success) {
        const [issue] = read.error.issues;
        throw new Error(`${path}: ${issue?.path.join('.')}: ${issue?.message}; restore it or delete it`);
      }
      devices = new Map(Object.entries(read.data.devices));
    }
    version = found;
  };
  /** While we serve, a broken file changes nothing: who was admitted stays admitted. */
  const lookSometimes = () => {
    if (performance.now() - lookedAt < LOOK_AGAIN_MS) return;
    try {
      look();
    } catch (error) {
      process.stderr.write(
        `hyalite: ${(error as Error).message}; the credentials read before stay in force\n`,
      );
    }
  };
  const save = () => {
    const file = { 'hyalite-credentials': 1, devices: Object.fromEntries([...devices].sort()) };
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.new`;
    writeFileSync(beside, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(beside, path);
    look();
  };
  look();

  /** One derivation at a time: they share a few threads with the file system. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting >= mostWaiting) throw new Error(`${waiting} logins wait to be checked already`);
    waiting++;
    const result = turn.then(work).finally(() => {
      waiting--;
    });
    turn = result.catch(() => {});
    return result;
  };

  return {
    async add(device) {
      const name = deviceName(device);
      if (!parseDeviceName(name))
        throw new Error(`"${name}": county, mine and gateway take letters, digits, _ and - only, at most 64`);
      const password = randomBytes(24).toString('base64url');
      const salt = randomBytes(16).toString('base64');
      const hash = (await derive(Buffer.from(password), { salt, ...COST })).toString('base64');
      look();
      devices.set(name, { salt, hash, ...COST });
      save();
      return password;
    },
    remove(device) {
      look();
      const removed = devices.delete(deviceName(device));
      if (removed) save();
      return removed;
    },
    list() {
      lookSometimes();
      return [...devices.keys()].sort();
    },
    standing(name) {
      lookSometimes();
      return devices.get(name)?.hash ?? null;
    },
    async verify(name, password) {
      lookSometimes();
      const wanted = devices.get(name);
      const device = parseDeviceName(name);
      if (!device) return null;
      if (wanted) {
        const before = verified.get(name);
        if (before?.hash === wanted.hash && timingSafeEqual(before.digest, digest(password))) return device;
      }
      // A name that is not known takes as long as a wrong password.
      const key = await inTurn(() => derive(password, wanted ?? { salt: '', ...COST }));
      if (!wanted || !timingSafeEqual(key, Buffer.from(wanted.hash, 'base64'))) return null;
      verified.set(name, { hash: wanted.hash, digest: digest(password) });
      return device;
    },
  };
};
