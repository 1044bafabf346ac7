import { randomStream } from '../random.ts';
import { type CountyMine, roundRing } from './county-mines.ts';
import { along, type DrawnFeature, type FeatureKind } from './drawn-feature.ts';

/** Aquifers, faults and ore bodies that several mines record, each its own part. */
export const sharedFeatures = (mines: ReadonlyMap<string, CountyMine>, seed: number): DrawnFeature[] => {
  const part = (
    id: string,
    tag: string,
    kind: FeatureKind,
    zh: string,
    en: string,
    bottom: number,
    top: number,
    partOf: string,
    more: Partial<DrawnFeature>,
  ): DrawnFeature[] => {
    const mine = mines.get(id);
    if (!mine) return [];
    const next = randomStream(seed + [...(id + tag)].reduce((sum, c) => sum * 41 + c.charCodeAt(0), 19));
    return [
      {
        id: `${id}/${tag}`,
        mine: id,
        kind,
        zh,
        en,
        shape: { ring: roundRing(next, mine.at, (mine.field?.radius ?? 400) * 1.12, 10, 0.05), bottom, top },
        method: 'drilling',
        partOf,
        ...more,
      },
    ];
  };
  return [
    ...['heishigou', 'xiling', 'dazhushan', 'houshan'].flatMap((id, k) =>
      part(id, 'O9', 'orebody', '黑石沟主矿体', 'Heishigou main ore body', -230, -40, 'ore-heishigou', {
        method: k < 3 ? 'drilling' : null,
      }),
    ),
    ...['longtan-gypsum', 'liuhe-gypsum', 'zhaojiatun', 'shuanglong', 'xiaohe'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '第三系砂岩含水层',
        'Tertiary sandstone aquifer',
        -38,
        -22,
        'aquifer-tertiary',
        {
          holdsWater: k === 3 ? null : true,
          ...(k < 2 ? { waterLevel: 58 + 3 * k } : {}),
        },
      ),
    ),
    ...['yingzuiya', 'dongbaiyun', 'huashigou', 'baiyun-limestone'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '奥陶系灰岩岩溶含水层',
        'Ordovician karst aquifer',
        20,
        62,
        'aquifer-ordovician',
        {
          holdsWater: true,
          ...(k === 0 ? { waterLevel: 96 } : {}),
          method: k === 2 ? 'geophysics' : 'drilling',
        },
      ),
    ),
    ...['liuhe-coal', 'dongfeng', 'xinxing'].flatMap((id, k) =>
      part(
        id,
        'A1',
        'aquifer',
        '太原组灰岩含水层',
        'Taiyuan limestone aquifer',
        -345,
        -328,
        'aquifer-taiyuan',
        {
          holdsWater: k === 2 ? null : true,
          ...(k === 0 ? { waterLevel: -45 } : {}),
        },
      ),
    ),
    ...['songxi-gold', 'jinniushan', 'huangjinggou'].flatMap((id): DrawnFeature[] => {
      const mine = mines.get(id);
      if (!mine) return [];
      return [
        {
          id: `${id}/F1`,
          mine: id,
          kind: 'fault',
          zh: '松溪断裂',
          en: 'Songxi fault',
          shape: {
            trace: [-560, -200, 180, 560].map((s, k) => along(along(mine.at, 0.52, s), 2.1, k % 2 ? 30 : 0)),
            dip: 68,
            dipDirection: 300,
            bottom: -380,
            top: 180,
          },
          method: 'geophysics',
          conductive: id === 'jinniushan' ? false : null,
          partOf: 'fault-songxi',
        },
      ];
    }),
  ];
};
