import { expect, test } from 'vitest';
import { deskProblem } from './desk-problem.ts';
import { DeskBusy, DeskFailed, DeskLate } from './thread-desk.ts';

const FILE = { one: 'file', many: 'files' };

test('what a thread did not do is told with what to do about it; other errors are none of a desk', () => {
  expect(deskProblem(new DeskBusy('write', 12), FILE)).toMatchObject({
    status: 503,
    title: 'Too many files are being made',
  });
  expect(deskProblem(new DeskLate('write', 60_000), FILE)).toMatchObject({
    status: 503,
    title: 'Making the file took too long',
    detail: 'it took longer than 60 s to write; it was given up.',
  });
  // What went wrong inside is for the log.
  const failed = deskProblem(new DeskFailed('write', new Error('/srv/secret')), FILE);
  expect(failed?.status).toBe(500);
  expect(JSON.stringify(failed)).not.toContain('secret');
  expect(deskProblem(new Error('x'), FILE)).toBeNull();
});
