/**
 * Roles of every source kind, and the headers they usually have, in order of preference: what is looked for where
 * mine.yaml maps nothing. Axes are not among them: x and y are found by name, but what they mean is declared.
 */
const PLACE = {
  x: ['x', 'X坐标', '坐标X', 'xcollar'],
  y: ['y', 'Y坐标', '坐标Y', 'ycollar'],
  z: ['z', '标高', '高程', '孔口标高', 'elevation', 'zcollar', 'rl'],
  longitude: ['longitude', 'lon', '经度'],
  latitude: ['latitude', 'lat', '纬度'],
  geometry: [],
} as const;
const ID = ['id', '编号', '序号'] as const;
const NAME = ['name', '名称'] as const;
const HOLE = ['hole', 'holeid', 'bhid', 'hole id', '孔号', '钻孔编号', '钻孔号'] as const;
const LINE = {
  id: ID,
  name: NAME,
  type: ['type', '类型', '巷道类型'],
  width: ['width', '宽', '宽度'],
  height: ['height', '高', '高度'],
  section: ['section', '断面'],
  year: ['year', '年份'],
  level: ['level', '中段', '水平'],
  depth: [],
  z: [],
} as const;

export const ROLE_HEADERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'borehole-collars': { hole: HOLE, name: [], ...PLACE, depth: ['depth', '孔深', 'total depth', 'maxdepth'] },
  'borehole-surveys': {
    hole: HOLE,
    depth: ['depth', 'at', '深度', '测深'],
    azimuth: ['azimuth', 'az', 'azi', 'bearing', '方位角', '方位'],
    dip: ['dip', 'inclination', '倾角'],
  },
  'borehole-intervals': {
    hole: HOLE,
    from: ['from', '起', '自', '起始深度', '顶深'],
    to: ['to', '止', '至', '终止深度', '底深'],
    thickness: ['thickness', '厚度', '层厚'],
    lithology: ['lithology', 'lith', 'rock', '岩性', '岩石名称'],
  },
  'borehole-water-levels': {
    hole: HOLE,
    depth: ['depth', '水位埋深', '埋深'],
    height: ['height', 'level', '水位标高', '水位'],
    date: ['date', '日期'],
  },
  'borehole-assays': {
    hole: HOLE,
    from: ['from', '起', '自', '起始深度', '顶深'],
    to: ['to', '止', '至', '终止深度', '底深'],
  },
  'borehole-structures': {
    hole: HOLE,
    depth: ['depth', '深度', '孔深位置'],
    type: ['type', '类型', '构造类型'],
    dip: ['dip', '倾角'],
    dipDirection: ['dip direction', 'dipdir', '倾向'],
  },
  goafs: {
    id: ID,
    name: NAME,
    thickness: ['thickness', '厚度', '采厚', '高度'],
    seam: ['seam', '煤层', '矿体', '层位'],
    year: ['year', '年份', '开采年份', '形成年份'],
    floorOffset: [],
    z: ['z', '底板标高', '标高'],
    waterLevel: ['waterLevel', 'water level', '积水标高', '水位标高', '水位'],
    fill: ['fill', 'filling', '充填', '充填情况', '充填状态'],
    state: ['state', '状态'],
    evidence: ['evidence', '依据', '查明方法'],
  },
  roadways: LINE,
  'planned-headings': {
    ...LINE,
    start: ['start', '开工', '计划开工'],
    end: ['end', '完工', '计划完工'],
  },
  shafts: {
    id: ID,
    name: NAME,
    ...PLACE,
    top: ['top', '井口标高'],
    bottom: ['bottom', '井底标高'],
    diameter: ['diameter', '直径', '井筒直径'],
    use: ['use', '用途'],
    state: ['state', '状态'],
    end: [],
  },
  'cave-survey': {},
  'water-bodies': {
    id: ID,
    name: NAME,
    level: ['level', 'waterLevel', '水位', '水位标高'],
    depth: ['depth', '水深'],
    type: ['type', '类型'],
  },
  terrain: {},
  'mining-right': {
    id: ID,
    name: NAME,
    upper: ['upper', '上限标高', '开采上限'],
    lower: ['lower', '下限标高', '开采下限'],
  },
  'hazard-surveys': { id: ID, name: NAME, date: ['date', '日期', '完成日期', '普查日期'] },
  'mining-plan': { id: ID, name: NAME, year: ['year', '年度', '计划年度', '年份'] },
  'fault-traces': {
    id: ID,
    name: [...NAME, '断层', '断层名称'],
    dip: ['dip', '倾角'],
    dipDirection: ['dip direction', 'dipdirection', 'dipdir', '倾向'],
    throw: ['throw', '落差', '断距'],
    conductive: ['conductive', '导水性', '是否导水'],
    depthExtent: ['depth extent', '延深', '下推深度'],
  },
  solids: { id: ID, name: NAME },
  surfaces: { id: ID, name: NAME },
  places: { id: ID, name: NAME, type: ['type', '类型'], ...PLACE },
};
