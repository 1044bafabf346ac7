import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleHazard } from '../sample-hazard.test-kit.ts';
import { anyLedger } from './any-hazard.test-kit.ts';
import { ledgerGeoJson, readLedgerGeoJson } from './ledger-geojson.ts';
import { NO_VERSION } from './ledger-tables.ts';

test('what was written out is read in again: nothing is changed, whatever the ledger holds', () => {
  fc.assert(
    fc.property(anyLedger, fc.boolean(), (hazards, synthetic) => {
      const { hazards: read, rejects } = readLedgerGeoJson(
        ledgerGeoJson(hazards, NO_VERSION, () => (synthetic ? 'x' : null)),
        'tiny',
      );
      expect(rejects).toEqual([]);
      expect(read.map(({ hazard }) => hazard)).toEqual(hazards);
    }),
  );
});

test('a faulty feature is told by its number, path and value, and the others are read', () => {
  const good = sampleHazard();
  const text = ledgerGeoJson([good, sampleHazard({ id: 'H2' }), good, sampleHazard({ id: 'H4' })]);
  const file = JSON.parse(text) as { features: { geometry: unknown; properties: Record<string, unknown> }[] };
  file.features[1]!.properties['state'] = 'gone';
  file.features[3]!.geometry = { type: 'MultiPoint', coordinates: [] };
  const { hazards, rejects } = readLedgerGeoJson(JSON.stringify(file), 'tiny');
  expect(hazards.map(({ hazard }) => hazard.id)).toEqual(['H1']);
  expect(rejects.map(({ row, column, value }) => `${row} ${column} ${value}`)).toEqual([
    '2 state "gone"',
    '3 id "H1"',
    '4 geometry "MultiPoint"',
  ]);
});

test('hazards of two mines may have one id, and what is said of where one comes from is kept', () => {
  const two = [sampleHazard({ mine: 'a' }), sampleHazard({ mine: 'b' })];
  const { hazards, rejects } = readLedgerGeoJson(
    ledgerGeoJson(two, NO_VERSION, ({ mine }) => (mine === 'b' ? 'x' : null)),
    'a',
  );
  expect(rejects).toEqual([]);
  expect(hazards.map(({ hazard, mark }) => [hazard.mine, mark])).toEqual([
    ['a', null],
    ['b', 'x'],
  ]);
});

test('what is no GeoJSON is told once', () => {
  expect(readLedgerGeoJson('{', 'tiny').rejects).toHaveLength(1);
  expect(readLedgerGeoJson('[]', 'tiny').rejects).toHaveLength(1);
});

test('a feature says which version it was exported from, and a property that is left out empties nothing', () => {
  const text = ledgerGeoJson([sampleHazard()], () => 7);
  expect(readLedgerGeoJson(text, 'tiny').hazards).toMatchObject([{ base: 7, hazard: sampleHazard() }]);
  expect(readLedgerGeoJson(text.replace('"version":7', '"version":"7"'), 'tiny')).toMatchObject({
    hazards: [],
    rejects: [{ row: 1, column: 'version', value: '"7"' }],
  });
  const file = JSON.parse(text) as { features: { properties: Record<string, unknown> }[] };
  delete file.features[0]!.properties['fiveFixed'];
  expect(readLedgerGeoJson(JSON.stringify(file), 'tiny')).toMatchObject({
    hazards: [],
    rejects: [{ row: 1, column: 'fiveFixed' }],
  });
});

test('a file in another system is refused by its name; the systems whose degrees are ours are taken', () => {
  const read = (crs: unknown) =>
    readLedgerGeoJson(
      JSON.stringify({ ...(JSON.parse(ledgerGeoJson([sampleHazard()])) as object), crs }),
      'tiny',
    );
  const named = (name: string) => ({ type: 'name', properties: { name } });
  for (const name of [
    ...['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'urn:ogc:def:crs:EPSG::4490'],
    ...['EPSG:4326', 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'],
  ])
    expect(read(named(name)).hazards).toHaveLength(1);
  for (const crs of [null, undefined]) expect(read(crs).hazards).toHaveLength(1);
  for (const name of ['urn:ogc:def:crs:EPSG::4214', 'EPSG:4549', 'GCJ-02', 'EPSG:14326']) {
    const { hazards, rejects } = read(named(name));
    expect(hazards).toEqual([]);
    expect(rejects).toMatchObject([{ column: 'crs', value: `"${name}"` }]);
  }
  expect(read({ type: 'link', properties: { href: 'x' } }).hazards).toEqual([]);
});
