import { describe, expect, it } from 'vitest';
import { gaussKruegerOf } from '../../../domain/frame/gauss-krueger.ts';
import { coordinateSystems } from '../../shell/coordinate-systems.ts';
import { coordinateText, drawnPlace, readCoordinates, wrongLines } from './coordinate-text.ts';

describe('coordinates as they are typed', () => {
  it('are read whatever stands between them', () => {
    expect(readCoordinates('118.2, 31.4\n118.3\t31.5\n\n118.4，31.6')).toEqual([
      [118.2, 31.4],
      [118.3, 31.5],
      [118.4, 31.6],
    ]);
  });

  it('say in which line they are wrong', () => {
    expect(wrongLines('118.2, 31.4\n118.2\n31.4, 118.2\nabc, 3\n117.1,\n, 35.3')).toEqual([2, 3, 4, 5, 6]);
  });

  it('may be typed in metres, X (north) first, and come back to the millimetre', () => {
    const [system] = coordinateSystems({
      survey: { proj: gaussKruegerOf(117).proj, crsName: 'x' },
      extent: [117, 35, 117, 35],
    });
    const text = coordinateText({ kind: 'point', at: [117.1, 35.3] }, system!);
    expect(text).toMatch(/^39\d{5}\.\d{3}, 395\d{5}\.\d{3}$/);
    expect(readCoordinates(text, system!)).toEqual([[117.1, 35.3]]);
    expect(wrongLines('117.1, 35.3\nx, 1', system!)).toContain(2);
  });

  it('close an area, and come back without the corner that closes it', () => {
    const place = drawnPlace('polygon', readCoordinates('1, 2\n3, 4\n5, 0'));
    expect(place).toEqual({
      kind: 'polygon',
      rings: [
        [
          [1, 2],
          [3, 4],
          [5, 0],
          [1, 2],
        ],
      ],
    });
    expect(coordinateText(place)).toBe('1, 2\n3, 4\n5, 0');
    expect(drawnPlace('polygon', readCoordinates('1, 2\n3, 4\n5, 0\n1, 2'))).toEqual(place);
  });
});
