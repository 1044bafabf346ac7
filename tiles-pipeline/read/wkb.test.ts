import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import wkx from 'wkx';
import { geometryCell } from './geometry-cell.ts';
import type { VectorGeometry } from './read-result.ts';
import { parseWkb, parseWkbHex } from './wkb.ts';

const coordinate = fc.double({ noNaN: true, noDefaultInfinity: true });
const position = fc.tuple(coordinate, coordinate, coordinate);
const line = fc.array(position, { minLength: 1, maxLength: 5 });
const rings = fc.array(line, { minLength: 1, maxLength: 3 });

type Point3 = [number, number, number];
const point = ([x, y, z]: Point3): wkx.Point => wkx.Point.Z(x, y, z);
const lineOf = (points: Point3[]): wkx.LineString => wkx.LineString.Z(points.map(point));
const polygonOf = ([outer = [], ...holes]: Point3[][]): wkx.Polygon =>
  wkx.Polygon.Z(
    outer.map(point),
    holes.map((hole) => hole.map(point)),
  );

const cases: fc.Arbitrary<{ written: wkx.Geometry; expected: VectorGeometry }> = fc.oneof(
  position.map((p) => ({ written: point(p), expected: { type: 'points' as const, points: [p] } })),
  line.map((l) => ({ written: lineOf(l), expected: { type: 'lines' as const, lines: [l] } })),
  rings.map((r) => ({ written: polygonOf(r), expected: { type: 'polygons' as const, polygons: [r] } })),
  fc.array(rings, { minLength: 1, maxLength: 3 }).map((all) => ({
    written: wkx.MultiPolygon.Z(all.map(polygonOf)),
    expected: { type: 'polygons' as const, polygons: all },
  })),
  fc.array(line, { minLength: 1, maxLength: 3 }).map((all) => ({
    written: wkx.MultiLineString.Z(all.map(lineOf)),
    expected: { type: 'lines' as const, lines: all },
  })),
);

describe('parseWkb', () => {
  it('reads what wkx writes, as ISO WKB and as EWKB with SRID', () => {
    fc.assert(
      fc.property(cases, ({ written, expected }) => {
        expect(parseWkb(written.toWkb())).toEqual({ geometry: expected, srid: null, problem: null });
        written.srid = 31370;
        expect(parseWkb(written.toEwkb())).toEqual({ geometry: expected, srid: 31370, problem: null });
      }),
    );
  });

  it('never reads past the end: any cut is a problem that names the byte', () => {
    const whole = polygonOf([
      [
        [0, 0, 1],
        [1, 0, 1],
        [1, 1, 1],
        [0, 0, 1],
      ],
    ]).toWkb();
    for (let length = 0; length < whole.length; length += 1) {
      expect(parseWkb(whole.subarray(0, length)).problem?.reason).toMatch(/at byte \d+/u);
    }
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const { geometry, problem } = parseWkb(bytes);
        expect(geometry === null || problem === null).toBe(true);
      }),
    );
  });

  it('drops M, keeps a missing Z null, reads an empty point as none, both byte orders', () => {
    expect(parseWkb(wkx.Point.ZM(1, 2, 3, 4).toWkb()).geometry).toEqual({
      type: 'points',
      points: [[1, 2, 3]],
    });
    expect(parseWkb(wkx.Point.M(1, 2, 9).toWkb()).geometry).toEqual({
      type: 'points',
      points: [[1, 2, null]],
    });
    expect(parseWkb(new wkx.Point().toWkb())).toEqual({ geometry: null, srid: null, problem: null });
    const big = Buffer.alloc(21);
    big.writeUInt32BE(1, 1);
    big.writeDoubleBE(1.5, 5);
    big.writeDoubleBE(-2.5, 13);
    expect(parseWkb(big).geometry).toEqual({ type: 'points', points: [[1.5, -2.5, null]] });
  });

  it('takes no line with a corner that is no number', () => {
    const broken = lineOf([
      [0, 0, 0],
      [Number.NaN, Number.NaN, 0],
    ]).toWkb();
    expect(parseWkb(broken).problem?.reason).toContain('NaN');
  });

  it('names kinds it does not read, and reads a TIN as polygons', () => {
    const curve = Buffer.from('01ea03000000000000', 'hex');
    curve.writeUInt32LE(1008, 1);
    expect(parseWkb(curve).problem).toMatchObject({ unsupportedType: 'CircularString' });
    const triangle = polygonOf([
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    ]).toWkb();
    triangle.writeUInt32LE(1017, 1);
    const head = Buffer.alloc(9);
    head.writeUInt8(1, 0);
    head.writeUInt32LE(1016, 1);
    head.writeUInt32LE(1, 5);
    const tin = parseWkb(Buffer.concat([head, triangle])).geometry;
    expect(tin).toMatchObject({
      type: 'polygons',
      polygons: [
        [
          [
            [0, 0, 0],
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 0],
          ],
        ],
      ],
    });
  });
});

describe('geometry in text tables', () => {
  it("reads Karara's hexadecimal points finer than their rounded text", () => {
    const { geometry, srid } = parseWkbHex('0101000020E610000000000000C33C5D4000000000E0E73CC0');
    expect(srid).toBe(4326);
    expect(geometry).toEqual({ type: 'points', points: [[116.94940185546875, -28.90576171875, null]] });
  });

  it('reads WKT, rejects anything else with the place', () => {
    const place = { source: 'holes', file: 'collar.csv', row: 3, column: 'geom' };
    expect(geometryCell('POINT Z (1 2 3)', place).value).toEqual({ type: 'points', points: [[1, 2, 3]] });
    expect(geometryCell('NULL', place)).toEqual({ value: null, finding: null });
    for (const text of ['0101', 'zz', 'POINT (x y)', 'LINESTRING (0 0, x y)']) {
      expect(geometryCell(text, place).finding).toMatchObject({
        severity: 'reject',
        code: 'cell-not-geometry',
        row: 3,
      });
    }
  });
});
