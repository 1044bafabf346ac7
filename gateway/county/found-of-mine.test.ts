import { expect, test } from 'vitest';
import type { AsBuiltPlan } from '../../domain/contracts/plans.ts';
import { tinyAlarm } from '../../domain/rules/tiny-alarm.test-kit.ts';
import type { Live } from '../live/live.ts';
import { StoreDown } from '../live/store/store-down.ts';
import { createFindOfMine, type FoundQuestion } from './found-of-mine.ts';

const NOW = Date.parse('2026-11-30T09:00:00+08:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const QUESTION: FoundQuestion = {
  account: { id: 'official' },
  ...{ mine: 'pit', on: '2026-11-30', today: '2026-11-30', until: NOW, surveyScopes: [] },
  slopeHeights: [
    {
      ...{ id: 'S', object: 'slope', op: '>=', value: 100, basis: 'design', meaning: 'network' },
      ...{ jurisdiction: '演示', clause: '演示', status: 'demo setting' },
    },
  ],
};
const plan = (surveyDate: string, signed: boolean): AsBuiltPlan => ({
  ...{ id: crypto.randomUUID(), title: '现状图', surveyDate, revision: 'r', madeAt: 1, by: '张三' },
  scan: signed ? { sha256: 'a'.repeat(64), type: 'application/pdf', bytes: 1, by: '张三', at: 1 } : null,
});
const slope = (id: string, designHeight: number | undefined, stations: string[]) => ({
  ...{ id, name: { zh: id, en: id }, kind: 'slope', designHeight, currentHeight: 90, stations, outline: [] },
});

/** Only what is asked of a live side here. */
const live = (o: {
  of?: string;
  slopes?: object[];
  heard?: Record<string, number>;
  isDown?: boolean;
  gateways?: object[];
  devices?: object[];
  seals?: Record<string, boolean>;
}): Live => {
  const stored = <T>(value: T) => (o.isDown ? Promise.reject(new StoreDown('away')) : Promise.resolve(value));
  const acknowledged = { at: NOW - DAY, by: '值班长', note: '' };
  const part = {
    storeOf: () => ({
      plans: () => stored([plan('2026-11-01', false), plan('2026-09-01', true), plan('2026-12-05', true)]),
      alarms: () =>
        stored([
          tinyAlarm({ raisedAt: NOW - 2 * DAY, closeBy: NOW - DAY, clearedAt: NOW - 2 * DAY, acknowledged }),
          tinyAlarm({ raisedAt: NOW - 2 * DAY, closeBy: NOW - DAY }),
          tinyAlarm({ raisedAt: NOW - 40 * DAY, closeBy: NOW - 39 * DAY }),
          tinyAlarm({
            ...{ raisedAt: NOW - 40 * DAY, closeBy: NOW - 39 * DAY, clearedAt: NOW - 40 * DAY },
            acknowledged: { ...acknowledged, at: NOW - 40 * DAY },
          }),
        ]),
    }),
    intake: { gatewayStates: () => o.gateways ?? [] },
    side: (mine: string) =>
      mine === (o.of ?? 'pit')
        ? {
            live: {
              network: null,
              ground: null,
              setup: { slopes: o.slopes ?? [], devices: o.devices ?? [] },
            },
            picture: {
              readings: () => [
                ...Object.entries(o.heard ?? {}).map(([device, minutes]) => ({
                  ...{ device, metric: 'slope.dx', value: 1, at: NOW - minutes * MINUTE },
                })),
                ...Object.entries(o.seals ?? {}).map(([device, value]) => ({
                  ...{ device, metric: 'seal.closed', value, at: NOW },
                })),
              ],
            },
          }
        : null,
  };
  return part as unknown as Live;
};
const find = (side: Live | undefined, question: Partial<FoundQuestion> = {}) =>
  createFindOfMine({
    ...{ live: side, bundlesRoot: '/nowhere', clock: () => NOW },
    hasCounty: (mine) => mine !== 'twice',
  })({ ...QUESTION, ...question });

test('of a mine without a live side nothing is found', async () => {
  const nothing = { plans: null, alarms: null, cameras: null, live: null, survey: null };
  expect(await find(undefined)).toEqual(nothing);
  expect(await find(live({}), { mine: 'other' })).toEqual(nothing);
  expect(await find(live({ of: 'twice' }), { mine: 'twice' })).toEqual(nothing);
});

test('the newest signed plan by that day counts, and of alarms those of the last month and those open in it', async () => {
  expect(await find(live({}))).toMatchObject({
    plans: { signed: '2026-09-01', unsigned: 1 },
    alarms: { all: 3, sameDay: 1 },
  });
});

test('while the store is away nothing is known of either', async () => {
  expect(await find(live({ isDown: true }))).toMatchObject({ plans: null, alarms: null });
});

test('slopes are networked where each that a rule asks for is heard, and not where one has no station', async () => {
  const told = async (slopes: object[], heard: Record<string, number>) =>
    (await find(live({ slopes, heard }))).live;
  const high = slope('high', 160, ['a', 'b']);
  const low = slope('low', 60, []);
  expect(await told([high, low], { a: 1 })).toMatchObject({ slopeNetworked: true, designSlopeHeight: 160 });
  expect(await told([high, low], { a: 6 })).toMatchObject({ slopeNetworked: false });
  expect(await told([high, slope('other', 120, [])], { a: 1 })).toMatchObject({ slopeNetworked: false });
  const unmeasured = await told([high, slope('unmeasured', undefined, [])], { a: 1 });
  expect(unmeasured).toMatchObject({ currentSlopeHeight: 90 });
  expect(unmeasured).not.toHaveProperty('designSlopeHeight');
  expect(unmeasured).not.toHaveProperty('slopeNetworked');
});

test('positioning is networked while the gateway of every station is heard; a mine that lists none says nothing', async () => {
  const devices = [{ id: 'JZ-01', kind: 'reader', gateway: 'g1' }];
  const of = async (gateways: object[]) => (await find(live({ devices, gateways }))).live;
  const heard = { gateway: 'g1', lastReceivedAt: NOW, silent: false };
  expect(await of([heard])).toMatchObject({ positioningOnline: true });
  expect(await of([{ ...heard, silent: true }])).toMatchObject({ positioningOnline: false });
  expect(await of([{ ...heard, gateway: 'water' }])).toMatchObject({ positioningOnline: null });
  expect((await find(live({ gateways: [heard] }))).live).not.toHaveProperty('positioningOnline');
});

test('a seal that says open is not closed, whatever the register says', async () => {
  const devices = [{ id: 'FT-01', kind: 'seal' }];
  expect((await find(live({ devices, seals: { 'FT-01': false } }))).live).toEqual({ electronicSeals: false });
  expect((await find(live({ devices, seals: { 'FT-01': true } }))).live).toEqual({ electronicSeals: true });
  expect((await find(live({ devices }))).live).toEqual({ electronicSeals: null });
});
