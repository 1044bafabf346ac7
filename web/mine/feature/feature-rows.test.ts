import { describe, expect, it } from 'vitest';
import type { CatalogProperty } from '../../../domain/contracts/catalog.ts';
import { tinyLayer } from '../test-data/tiny-catalog.ts';
import { featureTitle, summariseFeature } from './feature-rows.ts';

const property = (
  id: string,
  type: CatalogProperty['type'],
  more: Partial<CatalogProperty> = {},
): CatalogProperty => ({ id, type, name: { zh: `${id}中`, en: `${id} en` }, ...more });

const layer = tinyLayer({
  provenance: 'derived',
  properties: [
    property('id', 'string', { role: 'id' }),
    property('title', 'string', { role: 'title' }),
    property('class', 'string', { role: 'legend' }),
    property('area', 'number', { unit: 'm²', decimals: 1 }),
    property('year', 'integer', { role: 'date' }),
    property('fill', 'string', { values: { partial: { zh: '部分充填', en: 'partly filled' } } }),
    property('level', 'number', { unit: 'm', decimals: 2 }),
    property('wet', 'boolean'),
    property('basis', 'string', { role: 'provenance' }),
    property('from', 'string', { role: 'source' }),
  ],
});
const SOURCES = [
  {
    id: 'panels',
    kind: 'goafs',
    files: [{ path: '../survey/采空区 1.gpkg', sha256: '', bytes: 1 }],
    rowsRead: 1,
    featuresMade: 1,
    rowsRejected: 0,
    counts: {},
  },
];
const words = { yes: 'yes', no: 'no' };
const picked = (properties: Record<string, string | number | boolean | null>) => ({
  layerId: 'goafs',
  featureId: 'CQ-07',
  properties,
});

describe('a picked feature', () => {
  const full = picked({
    id: 'CQ-07',
    title: 'Panel 7',
    class: 'flooded',
    area: 12345.678,
    year: 19870,
    fill: 'partial',
    level: null,
    wet: false,
    basis: 'inferred',
    from: 'panels',
    raw: 1.5,
  });

  it('reads by its columns: names, units, coded values, decimals', () => {
    const { rows } = summariseFeature(full, layer, SOURCES, 'en', words);
    expect(rows.map(({ name, text, unit }) => [name, text, unit])).toEqual([
      ['id en', 'CQ-07', undefined],
      ['area en', '12,345.7', 'm²'],
      ['year en', '19870', undefined],
      ['fill en', 'partly filled', undefined],
      ['level en', null, 'm'],
      ['wet en', 'no', undefined],
      ['from en', '采空区 1.gpkg', undefined],
    ]);
  });

  it('speaks the other language', () => {
    const { rows } = summariseFeature(full, layer, SOURCES, 'zh', { yes: '是', no: '否' });
    expect(rows.find(({ id }) => id === 'fill')).toMatchObject({ name: 'fill中', text: '部分充填' });
  });

  it.each([null, '', Number.NaN])('shows %s as unknown, never as a value', (value) => {
    const { rows } = summariseFeature(picked({ level: value, fill: value }), layer, SOURCES, 'en', words);
    expect(rows.find(({ id }) => id === 'level')?.text).toBeNull();
    expect(rows.find(({ id }) => id === 'fill')?.text).toBeNull();
  });

  it('keeps zero and false, which are known', () => {
    const { rows } = summariseFeature(picked({ level: 0, wet: false }), layer, SOURCES, 'en', words);
    expect(rows.find(({ id }) => id === 'level')?.text).toBe('0.00');
    expect(rows.find(({ id }) => id === 'wet')?.text).toBe('no');
  });

  it('loses no value that the catalog has no column for', () => {
    expect(summariseFeature(full, layer, SOURCES, 'en', words).unnamed).toEqual([
      { id: 'raw', name: 'raw', text: '1.5', numeric: true },
    ]);
  });

  it('has its own provenance, else the layer’s; an odd value is not believed', () => {
    expect(summariseFeature(full, layer, SOURCES, 'en', words).provenance).toBe('inferred');
    expect(summariseFeature(picked({ basis: 'certain' }), layer, SOURCES, 'en', words).provenance).toBe(
      'derived',
    );
  });

  it('is called by its title, else by its id', () => {
    expect(featureTitle(full, layer)).toBe('Panel 7');
    expect(featureTitle(picked({ title: null }), layer)).toBe('CQ-07');
  });
});
