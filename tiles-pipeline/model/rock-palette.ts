import type { Bilingual } from '../../domain/contracts/bilingual.ts';

/** A rock this project has a colour for when the manifest names none. */
export interface KnownRock {
  readonly code: string;
  readonly name: Bilingual;
  readonly colour: string;
  readonly synonyms: readonly string[];
}

const rock = (code: string, zh: string, colour: string, ...synonyms: string[]): KnownRock => ({
  code,
  name: { zh, en: code },
  colour,
  synonyms,
});

/**
 * House colours for common rocks, chosen to be told apart in a see-through scene. They follow no published
 * standard: a mine that needs one lists its lithologies in mine.yaml, which always wins.
 */
export const KNOWN_ROCKS: readonly KnownRock[] = [
  rock('overburden', '覆盖层', '#d8c690', 'quaternary', 'soil', '第四系', '表土', '黄土', '松散层', '土'),
  rock('gravel', '砾石', '#c9a96a', '砂砾', '砂砾石', '卵石'),
  rock('sand', '砂', '#ecd87c', '细砂', '中砂', '粗砂', '粉砂', '砂层'),
  rock('clay', '黏土', '#b58a63', '粘土', '砂质黏土', '砂质粘土', '亚粘土'),
  rock('conglomerate', '砾岩', '#c08b4f', '砂砾岩'),
  rock(
    'sandstone',
    '砂岩',
    '#e0b660',
    '细砂岩',
    '中砂岩',
    '粗砂岩',
    '细粒砂岩',
    '中粒砂岩',
    '粗粒砂岩',
    'sst',
  ),
  rock('siltstone', '粉砂岩', '#b9a477', 'silt', '泥质粉砂岩'),
  rock('mudstone', '泥岩', '#8f8a78', '炭质泥岩', '砂质泥岩', '粉砂质泥岩', 'mst'),
  rock('shale', '页岩', '#767f6b', '炭质页岩', '砂质页岩', 'sh'),
  rock('coal', '煤', '#24262b', '煤层', 'seam'),
  rock('limestone', '石灰岩', '#6fa8dc', '灰岩', 'lst', '生物灰岩'),
  rock('dolomite', '白云岩', '#8a9be0', 'dolostone'),
  rock('marble', '大理岩', '#b9cdf0'),
  rock('chert', '硅质岩', '#c78e8e', '燧石'),
  rock('iron formation', '含铁建造', '#8c2f39', 'bif', 'banded iron formation', '条带状铁建造', '铁建造'),
  rock('magnetite', '磁铁矿', '#7a1f3d', '磁铁矿石', '铁矿', '铁矿体'),
  rock('hematite', '赤铁矿', '#a33b3b'),
  rock('quartz vein', '石英脉', '#f0e6e6', 'quartz', '石英'),
  rock('schist', '片岩', '#7fae8c', '云母片岩', '绿泥片岩'),
  rock('phyllite', '千枚岩', '#8dbfa5'),
  rock('slate', '板岩', '#5f7f86', 'killas'),
  rock('gneiss', '片麻岩', '#d99bb0', '混合岩'),
  rock('granite', '花岗岩', '#e2849a', '花岗闪长岩', 'granitoid'),
  rock('diorite', '闪长岩', '#c46f9e'),
  rock('gabbro', '辉长岩', '#4f7d54', 'troctolite'),
  rock('basalt', '玄武岩', '#3f6650', 'dolerite', '辉绿岩'),
  rock('ultramafic', '超基性岩', '#35573c', 'peridotite', '橄榄岩', '蛇纹岩'),
  rock('andesite', '安山岩', '#a06fb0'),
  rock('tuff', '凝灰岩', '#bfa0c8', '火山碎屑岩'),
  rock('skarn', '矽卡岩', '#9aa83a', '夕卡岩'),
  rock('fault rock', '断层岩', '#d0463b', '断层泥', '断层角砾岩', '破碎带', 'breccia', 'gouge'),
  rock('cavity', '空洞', '#1b1b1b', 'void', '溶洞', '采空', '老空', 'stope'),
];
