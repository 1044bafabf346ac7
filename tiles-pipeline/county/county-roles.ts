import type { CountySourceKind } from '../../domain/contracts/county-manifest.ts';
import type { SiteKind } from '../../domain/contracts/site-kind-ids.ts';
import { SITE_KINDS } from '../../domain/contracts/site-kinds.ts';

/** Roles of every kind of county source, and the headers they usually have, in order of preference. */
type Roles = Readonly<Record<string, readonly string[]>>;

const ID = ['id', '编号', '序号'];
const NAME = ['name', '名称'];
const NAME_EN = ['name_en', 'nameEn', '英文名'];
const MINE = ['mine', '矿山编号', '所属矿山', '矿山'];
const CLASS = ['class', '等级', '类型'];
const PLACE = {
  longitude: ['longitude', 'lon', '经度'],
  latitude: ['latitude', 'lat', '纬度'],
  x: ['x', 'X坐标'],
  y: ['y', 'Y坐标'],
};
const TOWN = ['town', '乡镇', '所在乡镇'];

export const COUNTY_ROLES: Readonly<
  Record<Exclude<CountySourceKind, 'relief' | 'hazards' | 'major-hazards'>, Roles>
> = {
  boundary: { name: NAME },
  towns: { id: ID, name: NAME, nameEn: NAME_EN },
  water: { name: NAME, nameEn: NAME_EN, level: ['level', '水位标高', '水位'] },
  rivers: { name: NAME, nameEn: NAME_EN, class: CLASS },
  roads: { name: NAME, nameEn: NAME_EN, class: CLASS },
  places: { name: NAME, nameEn: NAME_EN, class: CLASS },
  mines: {
    id: ['id', '矿山编号', '编号'],
    name: ['name', '矿山名称', '名称'],
    nameEn: NAME_EN,
    town: TOWN,
    ...PLACE,
    type: ['type', '矿山类型', '类型'],
    size: ['size', '矿山规模', '规模', '生产规模'],
    state: ['state', '状态', '生产状态'],
    grade: ['grade', '安全等级'],
    risk: ['risk', '风险等级'],
    warning: ['warning', '预警等级'],
    owner: ['owner', '企业名称', '采矿权人'],
    leader: ['leader', '包保领导'],
    leaderOffice: ['leader_office', '包保领导职务'],
    minerals: ['minerals', '开采矿种', '矿种'],
    ground: ['ground', '地表最高标高'],
    groundPlusMinus: ['ground_plus_minus', '标高误差'],
    recorded: ['recorded', '资料齐全的类别'],
  },
  'mine-history': {
    mine: MINE,
    from: ['from', '起始日期', '日期'],
    state: ['state', '状态'],
    grade: ['grade', '安全等级'],
  },
  'mine-facts': { mine: MINE, fact: ['fact', '事项'], event: ['event', '事件'], value: ['value', '值'] },
  'disaster-grades': { mine: MINE, kind: ['kind', '灾害类别'], grade: ['grade', '等级'] },
  'mining-rights': {
    mine: MINE,
    id: ['id', '许可证号'],
    lower: ['lower', '下限标高'],
    upper: ['upper', '上限标高'],
    validUntil: ['valid_until', '有效期至'],
  },
  'mine-features': {
    mine: MINE,
    id: ID,
    kind: ['kind', '类别'],
    name: NAME,
    nameEn: NAME_EN,
    top: ['top', '顶标高'],
    bottom: ['bottom', '底标高'],
    radius: ['radius', '半径'],
    dip: ['dip', '倾角'],
    dipDirection: ['dip_direction', '倾向'],
    method: ['method', '查明手段'],
    plusMinus: ['plus_minus', '误差'],
    holdsWater: ['holds_water', '是否积水'],
    waterLevel: ['water_level', '水位标高'],
    conductive: ['conductive', '是否导水'],
    partOf: ['part_of', '同属'],
    from: ['from', '形成日期'],
    to: ['to', '消除日期'],
  },
  sites: {
    id: ID,
    name: NAME,
    nameEn: NAME_EN,
    town: TOWN,
    ...PLACE,
    risk: ['risk', '风险等级_四色', '四色风险'],
    mine: MINE,
    from: ['from', '建成日期'],
    to: ['to', '关闭日期'],
  },
};

/** Roles of sites of a kind: what every site has, and the fields of the kind under their Chinese names. */
export const siteRoles = (kind: SiteKind): Roles => ({
  ...COUNTY_ROLES.sites,
  ...Object.fromEntries(
    SITE_KINDS[kind].fields.map(({ id, name, headers = [] }) => [
      id,
      [id, name.zh, name.zh.replace(/（.*）/u, ''), ...headers],
    ]),
  ),
});
