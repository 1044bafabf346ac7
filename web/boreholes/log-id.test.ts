import { expect, test } from 'vitest';
import { sampleLog } from '../../domain/boreholes/sample-logs.test-kit.ts';
import { logById, logId, logOfFeature } from './log-id.ts';

const LOGS = [
  sampleLog('ZK1', [['clay', 0, 9]]),
  { ...sampleLog('ZK1', [['clay', 0, 9]]), layerId: 'old-holes' },
];

test('two holes of one name in two layers have two ids', () => {
  expect(LOGS.map(logId)).toEqual(['ZK1', 'old-holes/ZK1']);
  expect(logById(LOGS, 'old-holes/ZK1')).toBe(LOGS[1]);
  expect(logById(LOGS, 'ZK2')).toBeNull();
});

test('an interval of the scene leads to its hole', () => {
  expect(logOfFeature(LOGS, { layerId: 'old-holes', featureId: 'ZK1 0' })).toBe(LOGS[1]);
  expect(logOfFeature(LOGS, { layerId: 'goafs', featureId: 'ZK1 0' })).toBeNull();
});
