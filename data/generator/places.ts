import type { Geology } from './geology.ts';
import { PIT } from './open-pit.ts';
import { type Plan, toMillimetre, type Vec3 } from './place.ts';
import type { Roadway } from './roadway.ts';
import type { Workings } from './workings.ts';
import { type CsvCell, csv, easting, northing } from './write-text.ts';

/** Key places, exits, cameras and stations: points people will be told to go to, and devices will report from. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly type: 'exit' | 'key-place' | 'camera' | 'station' | 'slope-station' | 'gauge';
  readonly at: Vec3;
  readonly on: string;
}

export const placesCsv = (places: readonly Place[]): Uint8Array =>
  csv(
    ['编号', '名称', '类型', 'X', 'Y', 'Z', '所在'],
    places.map((p): CsvCell[] => [
      p.id,
      p.name,
      p.type,
      northing(p.at[1]),
      easting(p.at[0]),
      p.at[2].toFixed(3),
      p.on,
    ]),
    'gb18030',
  );

export const qingshiPlaces = ({ roadways, shafts, ramp }: Workings, geology: Geology): Place[] => {
  const way = (id: string): Roadway => {
    const found = roadways.find((r) => r.id === id);
    if (!found) throw new Error(`no roadway ${id}`);
    return found;
  };
  const places: Place[] = [];
  const on = (
    id: string,
    name: string,
    type: Place['type'],
    roadway: string,
    share: number,
    above = 0,
  ): void => {
    const { line, name: where } = way(roadway);
    const p = line[Math.round(share * (line.length - 1))]!;
    places.push({ id, name, type, at: [p[0], p[1], toMillimetre(p[2] + above)], on: where });
  };
  for (const shaft of shafts.slice(0, 2))
    places.push({
      id: `CK-${shaft.id}`,
      name: `${shaft.name}井口安全出口`,
      type: 'exit',
      at: [...shaft.at, shaft.top],
      on: shaft.name,
    });
  places.push({ id: 'CK-XPD', name: '斜坡道硐口安全出口', type: 'exit', at: ramp[0]!, on: '斜坡道' });
  const keyPlaces: readonly (readonly [string, string, string, number])[] = [
    ['ZD-01', '-170m中央水泵房', 'L170-BF', 1],
    ['ZD-02', '-170m中央变电所', 'L170-BD', 1],
    ['ZD-03', '-170m主水仓', 'L170-SC1', 1],
    ['ZD-04', '-110m炸药库', 'L110-BZ', 1],
    ['ZD-05', '皮带机头', 'L170-PD', 1],
    ['ZD-06', '皮带机尾', 'L170-PD', 0],
    ['ZD-07', '-50m避险硐室', 'L50-BN', 1],
    ['ZD-08', '-110m避险硐室', 'L110-BN', 1],
    ['ZD-09', '-170m避险硐室', 'L170-BN', 1],
    ['ZD-10', '-50m主井马头门', 'L50-MT', 0],
    ['ZD-11', '-110m主井马头门', 'L110-MT', 0],
    ['ZD-12', '-170m主井马头门', 'L170-MT', 0],
  ];
  for (const [id, name, roadway, share] of keyPlaces) on(id, name, 'key-place', roadway, share);
  const yard: Plan = [shafts[0]!.at[0] - 42, shafts[0]!.at[1] + 30];
  places.push({
    id: 'ZD-13',
    name: '提升机房',
    type: 'key-place',
    at: [...yard, toMillimetre(geology.ground.height(...yard))],
    on: '地表',
  });
  const cameras: readonly (readonly [string, number])[] = [
    ['L50-MT', 1],
    ['L110-MT', 1],
    ['L170-MT', 1],
    ['L170-BF', 1],
    ['L170-BD', 1],
    ['L170-PD', 1],
    ['L170-PD', 0],
    ['L110-BZ', 1],
    ['XPD', 0.04],
    ['XPD', 0.5],
    ['L50-FJ', 0.5],
    ['L170-FJ', 0.5],
    ['F148-FD', 0.5],
    ['F88-FD', 0.5],
  ];
  cameras.forEach(([roadway, share], i) => {
    on(`SXT-${String(i + 1).padStart(2, '0')}`, `${way(roadway).name}摄像机`, 'camera', roadway, share, 2.6);
  });
  const drifts = roadways.filter((r) =>
    ['footwall-drift', 'sublevel-drift', 'ramp', 'hangingwall-drift'].includes(r.type),
  );
  let station = 0;
  for (const drift of drifts)
    for (const share of drift.type === 'ramp' ? [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 1] : [0.1, 0.5, 0.9]) {
      station++;
      on(`JZ-${String(station).padStart(2, '0')}`, `人员定位基站${station}`, 'station', drift.id, share, 2.4);
    }
  return places;
};

/** Slope stations from crest to toe of the final wall, cameras around the rim, gauges. */
export const baiyunPlaces = (geology: Geology): Place[] => {
  const surface = (id: string, name: string, type: Place['type'], [x, y]: Plan, above = 0): Place => ({
    id,
    name,
    type,
    at: [toMillimetre(x), toMillimetre(y), toMillimetre(geology.ground.height(x, y) + above)],
    on: '地表',
  });
  const places: Place[] = [];
  const [cx, cy] = PIT.centre;
  for (const [line, angle] of [0.05, 0.35, 0.75, 1.25].entries())
    for (let k = 0; k < 4; k++) {
      const r = (line < 2 ? 285 : 235) + k * 52;
      places.push(
        surface(`BP-${line + 1}${k + 1}`, `边坡监测点${line + 1}-${k + 1}`, 'slope-station', [
          cx + r * Math.cos(angle),
          cy + r * Math.sin(angle),
        ]),
      );
    }
  const rim: readonly (readonly [string, Plan])[] = [
    ['东帮坡顶', [6390, 2060]],
    ['北帮坡顶', [5930, 2330]],
    ['南帮坡顶', [5800, 1660]],
    ['西帮坡顶', [5420, 1900]],
    ['排土场', [4960, 3060]],
    ['破碎站', [5290, 1820]],
  ];
  rim.forEach(([name, at], i) => {
    places.push(surface(`SXT-${i + 1}`, `${name}摄像机`, 'camera', at, 6));
  });
  places.push(
    surface('ZD-01', '坑底集水坑泵站', 'key-place', [PIT.sump.centre[0] - 52, PIT.sump.centre[1] - 8]),
  );
  places.push(surface('ZD-02', '破碎站', 'key-place', [5280, 1815]));
  places.push(surface('ZD-03', '爆破警戒点', 'key-place', [5330, 2250]));
  places.push(surface('CK-01', '西侧出入沟', 'exit', [5360, 1880]));
  places.push(surface('YL-01', '雨量站', 'gauge', [5310, 2060]));
  return places;
};
