import type { ListedType } from './mine-list.ts';

/** What major hazards of the demo county are like. All made up: the clauses they are judged by were checked by nobody, and say so. */
export interface MajorKind {
  readonly title: string;
  readonly what: string;
  /** What the standard speaks of there. */
  readonly topic: string;
  readonly measure: string;
  readonly plan: string;
  readonly rectified: string;
  /** Categories of hidden hazards it may be about. */
  readonly about: readonly string[];
}

const kind = (
  title: string,
  what: string,
  topic: string,
  measure: string,
  plan: string,
  rectified: string,
  about: readonly string[] = [],
): MajorKind => ({ title, what, topic, measure, plan, rectified, about });

const UNDERGROUND: readonly MajorKind[] = [
  kind(
    '中段安全出口不足',
    '一个生产中段只有一个能行人的安全出口，第二出口冒落堵塞。',
    '安全出口',
    '清理并支护第二出口，恢复行人',
    '出口恢复前该中段停产，只留整改人员',
    '第二出口已贯通，梯子间和照明完好',
  ),
  kind(
    '主要通风机停用，井下无风',
    '回风井主要通风机停用，采场串联通风，风速测不出。',
    '机械通风',
    '修复主要通风机，恢复分区通风',
    '停风即停电撤人，恢复后先测风',
    '通风机连续运行，各测点风速达标',
  ),
  kind(
    '主排水系统能力不足',
    '主水泵两台不能运行，水仓淤积过半，最大涌水时排不出。',
    '排水系统',
    '更换水泵，清淤水仓，做联合试运转',
    '水位到警戒线即撤至上一中段',
    '三台泵联合试运转，能力满足最大涌水量',
    ['goaf-water', 'aquifer'],
  ),
  kind(
    '掘进前未探放老空水',
    '掘进面靠近采空区积水，没有超前探放水设计，也没有探水记录。',
    '探放水',
    '停掘，补做探放水设计并实施',
    '探水钻孔异常即撤人，启动备用泵',
    '探放水孔已完成，残留水头在设计以内',
    ['goaf-water', 'old-working', 'aquifer'],
  ),
  kind(
    '采空区未按设计处理',
    '采空区顶板暴露面积超过设计，未充填也未隔离，人员可以进入。',
    '采空区处理',
    '封闭通道，按设计充填',
    '设警戒，微震或变形异常即撤人',
    '充填接顶，通道封闭墙验收合格',
    ['goaf', 'old-working'],
  ),
  kind(
    '擅自回采保安矿柱',
    '现场发现保安矿柱已被切采，两侧顶板有新裂隙。',
    '矿柱',
    '停采，锚网支护并补做稳定性评价',
    '顶板异响即撤人，封闭该采场',
    '矿柱已加固，监测三十天无位移',
    ['stress-zone', 'goaf'],
  ),
  kind(
    '越界开采',
    '实测巷道越过矿权边界，相邻矿山未被告知。',
    '矿权边界',
    '退回界内，越界段永久封闭',
    '封闭前每班检查，异常即撤人',
    '越界段已砌筑封闭，实测图已更新',
  ),
  kind(
    '一级负荷没有双回路供电',
    '提升、排水由单一回路供电，备用电源不能启动。',
    '供电',
    '恢复第二回路，备用电源做带载试验',
    '停电时按预案用梯子间升井',
    '双回路切换试验合格，有记录',
  ),
  kind(
    '提升装置保护失效',
    '罐笼防坠器和过卷保护试验不合格，仍在提人。',
    '提升装置',
    '停用并检修，由检测机构重新检验',
    '提升停用期间人员走梯子间',
    '检测机构出具合格报告',
  ),
  kind(
    '图纸与现状严重不符',
    '井上下对照图半年未更新，三条巷道和一处采空区没有上图。',
    '图纸',
    '补测并更新全部图纸',
    '图纸更新前，未上图区域禁止作业',
    '图纸已更新，抽查五处相符',
    ['goaf', 'old-working'],
  ),
  kind(
    '断层防隔水矿柱不足',
    '掘进面到导水断层的距离小于设计留设的矿柱。',
    '防隔水矿柱',
    '停掘，注浆加固并重新设计',
    '出水量增大即撤人',
    '注浆结束，检查孔无水',
    ['fault'],
  ),
  kind(
    '废弃井筒未封闭',
    '与生产巷道连通的废弃井筒没有封闭，地表水可以灌入。',
    '废弃井筒',
    '井口封盖，井下砌筑挡水墙',
    '暴雨预警时停产撤人',
    '封盖和挡水墙已验收',
    ['closed-shaft', 'poorly-sealed-borehole'],
  ),
];

const OPEN_PIT: readonly MajorKind[] = [
  kind(
    '没有自上而下分台阶开采',
    '一面坡开采，上部没有形成台阶，工作面高度超过设计。',
    '分台阶开采',
    '停采，由上而下重新形成台阶',
    '坡面掉块即撤出人员设备',
    '四个台阶已形成，高度和平台宽度符合设计',
  ),
  kind(
    '边坡角大于设计',
    '实测最终边坡角大于设计，坡顶有拉张裂缝。',
    '边坡',
    '坡顶减载，重做稳定性分析',
    '裂缝变宽即撤人',
    '边坡角已恢复到设计以内',
    ['soft-layer'],
  ),
  kind(
    '高边坡没有在线监测',
    '边坡高度到了应监测的高度，没有监测，也没有稳定性分析。',
    '边坡监测',
    '安装位移监测并接入监管平台',
    '监测建成前坡下停产',
    '监测已接入，三十天数据连续',
    ['soft-layer'],
  ),
  kind(
    '排土场堆置超高',
    '排土场堆高超过设计，坡脚有鼓出。',
    '排土场',
    '停止排土，削坡并修截排水沟',
    '坡脚变形即撤离下游人员',
    '堆高和坡比已恢复到设计以内',
    ['dump-base'],
  ),
  kind(
    '台阶底部掏采',
    '用挖掘机在台阶底部掏采，坡面悬空。',
    '掏采',
    '停采，削坡处理悬空体',
    '悬空体处理前坡下禁止人员进入',
    '悬空体已清除，坡面稳定',
  ),
  kind(
    '采场下空洞没有处理',
    '钻机作业平台下发现空洞，没有探明，也没有处理。',
    '采场下空洞',
    '钻探查明后充填',
    '钻机掉钻即撤出平台',
    '空洞已充填，检查孔验证',
    ['karst', 'goaf', 'goaf-water', 'old-working'],
  ),
];

const TAILINGS: readonly MajorKind[] = [
  kind(
    '干滩长度不足',
    '实测干滩长度小于设计，库水位高于汛前控制水位。',
    '干滩',
    '降低库水位，坝前均匀放矿',
    '水位继续上升即通知下游撤离',
    '干滩长度恢复到设计以上',
  ),
  kind(
    '排洪设施堵塞',
    '排水井进水口被尾砂堵塞一半，排洪能力不足。',
    '排洪',
    '清理进水口，检查涵管',
    '暴雨预警时停产值守',
    '排洪设施已疏通，通水试验正常',
  ),
  kind(
    '浸润线过高',
    '两处浸润线埋深小于控制值，坝坡有渗水。',
    '浸润线',
    '增设排渗管，降低库水位',
    '渗水变浑即通知下游撤离',
    '浸润线降至控制值以下',
  ),
];

export const MAJOR_KINDS: Readonly<Record<ListedType, readonly MajorKind[]>> = {
  'underground-metal': UNDERGROUND,
  'underground-nonmetal': UNDERGROUND,
  'underground-coal': UNDERGROUND,
  'open-pit': OPEN_PIT,
  tailings: TAILINGS,
  exploration: [],
};
