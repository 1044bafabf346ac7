import type { Plan } from '../place.ts';

/** The mines of the county as a clerk would list them; all else about them is drawn by lot in county-mines.ts. */
export type ListedType =
  | 'underground-metal'
  | 'underground-coal'
  | 'underground-nonmetal'
  | 'open-pit'
  | 'tailings'
  | 'exploration';

export interface Field {
  readonly zh: string;
  readonly en: string;
  readonly type: ListedType;
  readonly minerals: readonly string[];
  /** Middle of the field, and how its mines stand beside one another, metres. */
  readonly at: Plan;
  readonly spacing: number;
  readonly radius: number;
  readonly columns: number;
  /** Turn of the field from east, degrees. */
  readonly turn: number;
  /** Heights between which the rights lie. */
  readonly lower: number;
  readonly upper: number;
  readonly mines: readonly (readonly [id: string, zh: string, en: string])[];
}

export const FIELDS: readonly Field[] = [
  {
    zh: '青石铁矿带',
    en: 'Qingshi iron belt',
    type: 'underground-metal',
    minerals: ['铁'],
    at: [5100, 6900],
    spacing: 930,
    radius: 425,
    columns: 3,
    turn: 50,
    lower: -300,
    upper: 120,
    mines: [
      ['heishigou', '黑石沟铁矿', 'Heishigou iron mine'],
      ['xiling', '西岭铁矿', 'Xiling iron mine'],
      ['dazhushan', '大柱山铁矿', 'Dazhushan iron mine'],
      ['houshan', '后山铁矿', 'Houshan iron mine'],
      ['tieluozi', '铁骡子铁矿', 'Tieluozi iron mine'],
      ['beiling-iron', '北岭铁矿', 'Beiling iron mine'],
      ['laoyaku', '老鸦窟铁矿', 'Laoyaku iron mine'],
      ['shuangfeng', '双峰铁矿', 'Shuangfeng iron mine'],
      ['nianzigou', '碾子沟铁矿', 'Nianzigou iron mine'],
    ],
  },
  {
    zh: '白云石灰岩矿区',
    en: 'Baiyun limestone field',
    type: 'open-pit',
    minerals: ['水泥用石灰岩'],
    at: [9900, -600],
    spacing: 1050,
    radius: 430,
    columns: 3,
    turn: -25,
    lower: 40,
    upper: 330,
    mines: [
      ['yingzuiya', '鹰嘴崖石灰岩矿', 'Yingzuiya limestone quarry'],
      ['dongbaiyun', '东白云石灰岩矿', 'East Baiyun limestone quarry'],
      ['huashigou', '滑石沟石灰岩矿', 'Huashigou limestone quarry'],
      ['hongshiya', '红石崖建筑石料矿', 'Hongshiya aggregate quarry'],
      ['nanpo', '南坡建筑石料矿', 'Nanpo aggregate quarry'],
      ['matouling', '马头岭石灰岩矿', 'Matouling limestone quarry'],
      ['wangjiazhuang', '王家庄建筑石料矿', 'Wangjiazhuang aggregate quarry'],
      ['shanhou', '山后白云岩矿', 'Shanhou dolomite quarry'],
      ['liangshuiquan', '凉水泉建筑石料矿', 'Liangshuiquan aggregate quarry'],
    ],
  },
  {
    zh: '龙潭石膏矿区',
    en: 'Longtan gypsum field',
    type: 'underground-nonmetal',
    minerals: ['石膏'],
    at: [-9800, 1200],
    spacing: 900,
    radius: 415,
    columns: 3,
    turn: 15,
    lower: -210,
    upper: 90,
    mines: [
      ['longtan-gypsum', '龙潭石膏矿', 'Longtan gypsum mine'],
      ['liuhe-gypsum', '柳河石膏矿', 'Liuhe gypsum mine'],
      ['zhaojiatun', '赵家屯石膏矿', 'Zhaojiatun gypsum mine'],
      ['shuanglong', '双龙石膏矿', 'Shuanglong gypsum mine'],
      ['beitan', '北滩石膏矿', 'Beitan gypsum mine'],
      ['xiaohe', '小河石膏矿', 'Xiaohe gypsum mine'],
      ['nantan', '南滩石膏矿', 'Nantan gypsum mine'],
    ],
  },
  {
    zh: '柳河煤田',
    en: 'Liuhe coalfield',
    type: 'underground-coal',
    minerals: ['煤'],
    at: [-8300, -7600],
    spacing: 1900,
    radius: 880,
    columns: 2,
    turn: -10,
    lower: -520,
    upper: -20,
    mines: [
      ['liuhe-coal', '柳河煤矿', 'Liuhe colliery'],
      ['dongfeng', '东风煤矿', 'Dongfeng colliery'],
      ['xinxing', '新兴煤矿', 'Xinxing colliery'],
    ],
  },
  {
    zh: '松溪金矿区',
    en: 'Songxi gold field',
    type: 'underground-metal',
    minerals: ['金'],
    at: [14_300, 11_000],
    spacing: 980,
    radius: 400,
    columns: 3,
    turn: 30,
    lower: -420,
    upper: 210,
    mines: [
      ['songxi-gold', '松溪金矿', 'Songxi gold mine'],
      ['jinniushan', '金牛山金矿', 'Jinniushan gold mine'],
      ['huangjinggou', '黄荆沟金矿', 'Huangjinggou gold mine'],
      ['sanchakou', '三岔口金矿', 'Sanchakou gold mine'],
      ['qingniling', '青泥岭铅锌矿', 'Qingniling lead-zinc mine'],
      ['xiaonanshan', '小南山铜矿', 'Xiaonanshan copper mine'],
      ['laojinchang', '老金厂金矿', 'Laojinchang gold mine'],
      ['wuliping', '五里坪金矿', 'Wuliping gold mine'],
    ],
  },
  {
    zh: '石门石英岩矿区',
    en: 'Shimen quartzite field',
    type: 'open-pit',
    minerals: ['玻璃用石英岩'],
    at: [13_900, -3900],
    spacing: 1250,
    radius: 390,
    columns: 3,
    turn: 20,
    lower: 70,
    upper: 300,
    mines: [
      ['shimen-quartz', '石门石英岩矿', 'Shimen quartzite quarry'],
      ['bailuzi', '白鹿子石英岩矿', 'Bailuzi quartzite quarry'],
      ['lanjiagou', '蓝家沟花岗岩矿', 'Lanjiagou granite quarry'],
      ['daheishan', '大黑山玄武岩矿', 'Daheishan basalt quarry'],
      ['yanglinzi', '杨林子砖瓦黏土矿', 'Yanglinzi clay pit'],
    ],
  },
  {
    zh: '北岭萤石矿区',
    en: 'Beiling fluorite field',
    type: 'underground-nonmetal',
    minerals: ['萤石'],
    at: [-1600, 11_300],
    spacing: 1300,
    radius: 380,
    columns: 2,
    turn: 0,
    lower: -120,
    upper: 220,
    mines: [
      ['beiling-fluorite', '北岭萤石矿', 'Beiling fluorite mine'],
      ['zishi', '紫石萤石矿', 'Zishi fluorite mine'],
      ['huangtuliang', '黄土梁萤石矿', 'Huangtuliang fluorite mine'],
      ['xiaobeigou', '小北沟萤石矿', 'Xiaobeigou fluorite mine'],
    ],
  },
  {
    zh: '云岫零散矿点',
    en: 'scattered mines of Yunxiu',
    type: 'open-pit',
    minerals: ['建筑用砂岩'],
    at: [3200, -9600],
    spacing: 1900,
    radius: 330,
    columns: 2,
    turn: 8,
    lower: 60,
    upper: 260,
    mines: [
      ['yunxiu-sand', '云岫砂岩矿', 'Yunxiu sandstone quarry'],
      ['qianjing', '前井建筑石料矿', 'Qianjing aggregate quarry'],
      ['shilipu', '十里铺砂岩矿', 'Shilipu sandstone quarry'],
      ['nanshanding', '南山顶建筑石料矿', 'Nanshanding aggregate quarry'],
      ['dongwa', '东洼砖瓦用页岩矿', 'Dongwa shale pit'],
    ],
  },
  {
    zh: '尾矿库',
    en: 'tailings ponds with a licence of their own',
    type: 'tailings',
    minerals: [],
    at: [8200, 10_600],
    spacing: 2600,
    radius: 280,
    columns: 2,
    turn: 35,
    lower: 90,
    upper: 260,
    mines: [
      ['xiaoyugou-tailings', '小峪沟尾矿库', 'Xiaoyugou tailings pond'],
      ['dongshan-tailings', '东山尾矿库', 'Dongshan tailings pond'],
      ['songxi-tailings', '松溪尾矿库', 'Songxi tailings pond'],
    ],
  },
  {
    zh: '探矿权',
    en: 'prospects',
    type: 'exploration',
    minerals: ['铁', '铜'],
    at: [-3700, 600],
    spacing: 2700,
    radius: 700,
    columns: 2,
    turn: 22,
    lower: -500,
    upper: 300,
    mines: [
      ['wolongshan', '卧龙山铁矿普查', 'Wolongshan iron prospect'],
      ['huilongsi', '回龙寺铜矿详查', 'Huilongsi copper prospect'],
      ['nanling', '南岭铁矿详查', 'Nanling iron prospect'],
      ['jigongling', '鸡公岭金矿普查', 'Jigongling gold prospect'],
    ],
  },
];
