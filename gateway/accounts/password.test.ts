import { expect, it } from 'vitest';
import { hashPassword, isPassword } from './password.ts';
import { poorPassword } from './poor-password.ts';

it('keeps argon2id with its cost and a salt, knows the password again however it was composed', async () => {
  const [kept, other] = await Promise.all([hashPassword('crêpe 矿山 2026'), hashPassword('crêpe 矿山 2026')]);
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(kept).not.toBe(other);
  expect(await isPassword(kept, 'crêpe 矿山 2026')).toBe(true);
  expect(await isPassword(kept, 'crêpe 矿山 2027')).toBe(false);
  expect(await isPassword(null, 'crêpe 矿山 2026')).toBe(false);
  await expect(isPassword('plain', 'plain')).rejects.toThrow('argon2id');
});

it('is the argon2id that others compute', async () => {
  // github.com/P-H-C/phc-winner-argon2, src/test.c: version 0x13, argon2id, t 2, m 16, p 1.
  const kept = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPassword(kept, 'password')).toBe(true);
});

it('refuses what is guessed first', () => {
  for (const poor of [
    '1234567890',
    'aaaaaaaaaaaa',
    'Password12345',
    'qwertyuiop',
    'admin12345admin',
    'hyalite12345',
    '矿矿矿矿矿矿矿矿矿矿',
  ])
    expect(poorPassword(poor), poor).not.toBeNull();
  expect(poorPassword('wang-engineer1', 'wang-engineer')).not.toBeNull();
  for (const good of ['correct horse battery', '青石矿的雨下在巷道里', 'k9#Vw2!pLz'])
    expect(poorPassword(good, 'wang'), good).toBeNull();
});
