import { type FindingText, findingText as t } from './finding-text.ts';

/** What modelling the strata finds out about the column, the logs and the surfaces made of them. */
export const STRATA_FINDING_TEXTS = {
  'strata-rock-twice': t(
    '岩性“{value}”同时归入“{first}”和“{second}”',
    'rock “{value}” belongs to both “{first}” and “{second}”',
    '在 mine.yaml 的 strata 中只归入一处',
    'name it once only under strata in mine.yaml',
  ),
  'strata-rocks-unplaced': t(
    '{count} 种岩性没有归入任何地层单位，相邻的分层界线不予采用：{codes}',
    '{count} rocks of the logs belong to no unit, so contacts beside them are not used: {codes}',
    '在 strata.units 的 lithologies 或 strata.interrupts 中写明',
    'name them in lithologies of strata.units, or in strata.interrupts',
  ),
  'strata-no-logs': t(
    '没有一个钻孔的编录能给出地层界线，未建立地层模型',
    'no log gives a contact of the column, so no strata are modelled',
    '检查 strata.units 的 lithologies 与编录的岩性名称',
    'compare lithologies of strata.units with the rocks in the logs',
  ),
  'strata-grid-too-large': t(
    '地层面需要 {nodes} 个节点，超过上限 {most}',
    'the surfaces would have {nodes} nodes, more than the limit of {most}',
    '加大 strata.cell（至少 {cell} m），或减小 strata.reach',
    'make strata.cell larger ({cell} m at least) or strata.reach smaller',
  ),
  'contact-interrupted': t(
    '“{unit}”的底界在孔深 {from}–{to} m 之间被矿体、空洞或断层破碎带隔断，只用作上下限',
    'the base of “{unit}” lies somewhere between {from} and {to} m, where ore, a void or a fault zone interrupts: used as bounds only',
    '如能确定，在编录中分层',
    'if it can be told, divide the interval in the log',
  ),
  'contact-unknown-rock': t(
    '“{unit}”的底界在孔深 {from}–{to} m 之间未编录或岩性未归入地层单位，只用作上下限',
    'the base of “{unit}” lies somewhere between {from} and {to} m, where nothing or no known rock is logged: used as bounds only',
    '补充编录，或在 strata 中归入岩性',
    'complete the log, or place the rock under strata',
  ),
  'contact-repeated': t(
    '“{unit}”的底界在孔深 {from}–{to} m 之间重复出现（褶皱、断层或编录有误），未采用',
    'the base of “{unit}” comes more than once between {from} and {to} m (folded, faulted or wrongly logged): not used',
    '核对编录；如为断层，请提供断层面',
    'check the log; if a fault repeats it, give its sheet',
  ),
  'contact-overlap': t(
    '“{unit}”的底界在孔深 {from}–{to} m 之间有互相矛盾的分层，只用作上下限',
    'rows that contradict each other between {from} and {to} m hide the base of “{unit}”: used as bounds only',
    '改正重叠的分层',
    'correct the rows that overlap',
  ),
  'contact-at-fault': t(
    '“{unit}”的底界（孔深 {from} m）紧挨断层面，可能是断层接触，未采用',
    'the base of “{unit}” at {from} m lies at a fault, which may be what divides the two rocks: not used',
    '核对岩心',
    'look at the core again',
  ),
  'strata-too-few-contacts': t(
    '“{unit}”的底界只有 {count} 个见层点，少于 {least} 个，不成面，按未知处理',
    'the base of “{unit}” has {count} contacts, fewer than {least}: no surface is made, it is unknown',
    '补充钻孔或编录',
    'drill or log more holes',
  ),
  'variogram-assumed': t(
    '“{unit}”的见层点不足以拟合变差函数，按样本方差 {sill} m²、变程 {range} m 假定',
    'the contacts of “{unit}” are too few to fit a variogram: their own variance of {sill} m² and a range of {range} m are assumed',
    '如有区域经验，在 strata.units 的 variogram 中给出',
    'if the district knows better, give variogram under strata.units',
  ),
  'variogram-doubtful': t(
    '“{unit}”的变差函数拟合存疑（{range} m 的变程超出数据范围，或相邻孔并不更相似）',
    'the variogram fitted to “{unit}” is doubtful: its range of {range} m lies beyond the data, or near holes are no more alike than far ones',
    '结合地质认识核对标准差',
    'judge the standard deviations with what is known of the geology',
  ),
  'variogram-widened': t(
    '“{unit}”逐孔剔除检验的误差大于变差函数所示，标准差已放大 {factor} 倍',
    'left-out holes of “{unit}” are missed by more than its variogram says: the standard deviations were raised {factor} times',
    '无需处理',
    'nothing to do',
  ),
  'contact-outlier': t(
    '“{unit}”在孔深 {depth} m 的见层点与其他钻孔的推算相差 {error} m（标准差 {deviation} m）',
    'the contact of “{unit}” at {depth} m lies {error} m off what all other holes say (standard deviation {deviation} m)',
    '核对编录、孔口坐标和测斜；可能有未查明的断层',
    'check log, collar and survey; an unknown fault may lie between',
  ),
  'contact-missed': t(
    '地层面偏离“{unit}”在孔深 {depth} m 的见层点 {by} m：为不与上覆地层面相交而让位，或介于网格节点之间',
    'the surface misses the contact of “{unit}” at {depth} m by {by} m: it gave way to the one above, or the contact lies between nodes',
    '核对编录，或减小 strata.cell',
    'check the log, or make strata.cell smaller',
  ),
  'strata-bound-broken': t(
    '“{unit}”的底面与该孔编录所示的上下限不符，附近的见层点与之矛盾',
    'the base of “{unit}” passes on the wrong side of what this log says, for contacts beside it say otherwise',
    '核对该孔与邻孔的编录',
    'compare the log with those of its neighbours',
  ),
  'seams-without-goafs': t(
    '没有一个采空区注明煤层并测有底板，未建立煤层底板',
    'no surveyed goaf names a seam, so no seam floors are modelled',
    '在采空区数据源的 columns 中指明 seam，或去掉 seams',
    'map seam in columns of the goafs, or leave seams out',
  ),
  'seams-grid-too-large': t(
    '煤层底板面需要 {nodes} 个节点，超过上限 {most}',
    'the seam floors would have {nodes} nodes, more than the limit of {most}',
    '加大 seams.cell（至少 {cell} m），或减小 seams.reach',
    'make seams.cell larger ({cell} m at least) or seams.reach smaller',
  ),
  'seam-too-few-points': t(
    '“{seam}”的底板测点只有 {count} 个，分布不足 {least} 处，不成面，按未知处理',
    'the floor of “{seam}” was surveyed in {count} points at fewer than {least} places: no surface is made, it is unknown',
    '补充测点',
    'survey more points',
  ),
  'body-rule-missing': t(
    '“{body}”应写明 lithologies 或 grade 之一，且只写一个',
    '“{body}” needs lithologies or grade, one of them and not both',
    '改正 mine.yaml 的 bodies',
    'correct bodies in mine.yaml',
  ),
  'body-not-met': t(
    '没有钻孔见到“{body}”，或没有钻孔在其外，未建立实体',
    'no hole met “{body}”, or none is outside it: there is no skin to find',
    '核对岩性名称、品位属性或边界品位',
    'check the rock names, the attribute or the cutoff',
  ),
  'body-too-many-samples': t(
    '“{body}”有 {count} 个采样点，超过上限 {most}',
    '“{body}” has {count} samples, more than the limit of {most}',
    '加大 bodies 的 spacing 或 grade.composite',
    'make spacing or grade.composite of the body larger',
  ),
  'body-too-fine': t(
    '“{body}”的网格过细（{cells} 个单元），超过上限 {most}',
    '“{body}” would have {cells} cells, more than the limit of {most}',
    '加大 bodies 的 edge',
    'make edge of the body larger',
  ),
} satisfies Record<string, FindingText>;
