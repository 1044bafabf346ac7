import { type FindingText, findingText as t } from './finding-text.ts';

/** What is found out about faults: their sheets, their traces, and how they cut the strata. */
export const FAULT_FINDING_TEXTS = {
  'strata-fault-source': t(
    'strata.faults 所指的数据源“{value}”不是 surfaces 或 fault-traces 类数据源；已有：{known}',
    'strata.faults names “{value}”, which is no source of kind surfaces or fault-traces; there are: {known}',
    '改正 strata.faults 的 source',
    'correct source under strata.faults',
  ),
  'strata-fault-ends': t(
    '断层“{value}”止于“{at}”，但没有这样的断层，或互相终止成环',
    'fault “{value}” is said to end at “{at}”, which does not exist or ends at it in turn',
    '改正 strata.faults 的 endsAt',
    'correct endsAt under strata.faults',
  ),
  'strata-fault-no-plane': t(
    '断层面“{feature}”的点不足以定出一个面，未用于切割地层',
    'the sheet of fault “{feature}” has too few points for a plane; it does not cut the strata',
    '补充断层面的点',
    'give the sheet more points',
  ),
  'strata-fault-flat': t(
    '断层面“{feature}”近于水平，分不清上下盘，未用于切割地层',
    'the sheet of fault “{feature}” lies flat, so its walls cannot be told apart; it does not cut the strata',
    '核对断层面的坐标',
    'check the coordinates of the sheet',
  ),
  'strata-fault-folded': t(
    '断层面“{feature}”沿其法向自身重叠，未用于切割地层',
    'the sheet of fault “{feature}” lies over itself; it does not cut the strata',
    '拆成几个断层面',
    'split it into several sheets',
  ),
  'strata-throw-unknown': t(
    '断层“{feature}”的断距不明：两盘分别建模，一盘的见层点不用于另一盘',
    'the throw of fault “{feature}” is not known: its walls are modelled apart, contacts of one say nothing of the other',
    '如已查明，在断层属性表中填写断距',
    'if it is known, write it in the attribute table of the faults',
  ),
  'strata-throw-side-unknown': t(
    '断层“{feature}”近于直立，没有说明哪一盘下降，断距按不明处理',
    'fault “{feature}” stands upright and nothing says which wall has gone down: its throw counts as unknown',
    '用 fault-traces 给出倾向（下降盘一侧）',
    'give it as fault-traces with a dip direction, towards the wall that has gone down',
  ),
  'traces-without-dip': t(
    '{count} 条断层迹线都没有倾角，不推断断层面',
    'none of the {count} fault traces has a dip: no surface is made of them',
    '在 columns 中指明 dip；若有依据，可在 defaults 中写明统一的倾角',
    'map dip under columns; if there is a reason for one dip for all, write it under defaults',
  ),
  'trace-without-dip': t(
    '断层迹线“{feature}”没有倾角，不推断断层面',
    'the trace of fault “{feature}” has no dip: no surface is made of it',
    '补充倾角',
    'add the dip',
  ),
  'trace-dip-invalid': t(
    '断层迹线“{feature}”的倾角“{value}”不在 0–90° 之间，按不明处理',
    'the dip “{value}” of fault “{feature}” is not between 0 and 90°: it counts as unknown',
    '改正倾角；表示“无数据”的代码请留空',
    'correct it; leave the cell empty where it is not known',
  ),
  'trace-direction-invalid': t(
    '断层迹线“{feature}”的倾向“{value}”既不是角度也不是方位，按不明处理',
    'the dip direction “{value}” of fault “{feature}” is neither degrees nor a point of the compass: it counts as unknown',
    '写成角度（如 125）或方位（如 NE、北东）',
    'write degrees (125) or a point of the compass (NE)',
  ),
  'trace-direction-along': t(
    '断层迹线“{feature}”的倾向“{value}”与总体走向 {strike}° 只差 {off}°，互相矛盾，倾向按不明处理',
    'fault “{feature}” is said to dip to “{value}”, only {off}° off its own general strike of {strike}°: one of them is wrong, the side counts as unknown',
    '核对倾向和迹线',
    'check the dip direction and the trace',
  ),
  'trace-without-side': t(
    '断层迹线“{feature}”有倾角而没有倾向，不知倾向哪一侧，不推断断层面',
    'the trace of fault “{feature}” has a dip but no direction: which side it dips to is not known, no surface is made of it',
    '补充倾向（角度或方位）',
    'add the dip direction, in degrees or as a point of the compass',
  ),
  'trace-without-depth': t(
    '断层迹线“{feature}”没有说明下推深度，不推断断层面',
    'nothing says how deep fault “{feature}” is to be drawn: no surface is made of it',
    '在 columns 或 defaults 中给出 depthExtent（米）',
    'give depthExtent in metres under columns or defaults',
  ),
  'trace-throw-side': t(
    '断层迹线“{feature}”直立，没有说明哪一盘下降，断距 {value} 按不明处理',
    'fault “{feature}” stands upright and nothing says which wall has gone down: its throw of {value} counts as unknown',
    '补充倾向（下降盘一侧）',
    'add the dip direction, towards the wall that has gone down',
  ),
  'trace-dip-assumed': t(
    '{count} 条断层迹线的倾角取自 mine.yaml 的 defaults，属假定',
    'the dip of {count} fault [count:trace|traces] is that of defaults in mine.yaml: assumed',
    '如已测得，填入数据文件',
    'write it into the file where it has been measured',
  ),
  'trace-off-terrain': t(
    '断层迹线“{feature}”有 {count} 处在地形数据之外，高程不明，该段未采用',
    'the trace of fault “{feature}” leaves the terrain at {count} [count:point|points]: its height there is not known, that stretch is left out',
    '补充地形数据，或给出带高程的迹线',
    'give more terrain, or the trace with heights',
  ),
  'trace-without-height': t(
    '断层迹线“{feature}”没有高程，也没有地形可依，未采用',
    'the trace of fault “{feature}” has no heights and no terrain to lie on; it is left out',
    '提供地形数据（kind: terrain），或给出带高程的迹线',
    'give a terrain (kind: terrain), or the trace with heights',
  ),
} satisfies Record<string, FindingText>;
