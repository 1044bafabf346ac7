import { expect, it } from 'vitest';
import { ownPath } from './open-stream.ts';

const ORIGIN = 'http://127.0.0.1:8080';

it.each([
  ['/streams/CAM-1/index.m3u8', '/streams/CAM-1/index.m3u8'],
  ['/streams/../streams/a.m3u8?x=1', '/streams/a.m3u8?x=1'],
])('takes a path of this server: %s', (address, path) => {
  expect(ownPath(address, ORIGIN)).toBe(path);
});

it.each([
  'https://elsewhere.example/a.m3u8',
  '//elsewhere.example/a.m3u8',
  '/\\elsewhere.example/a',
  'a.m3u8',
  '',
])('plays nothing from elsewhere: %s', (address) => {
  expect(ownPath(address, ORIGIN)).toBeNull();
});
