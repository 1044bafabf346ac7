import { type FindingText, findingText } from './finding-text.ts';

/** county.yaml's files. */
export const COUNTY_FINDING_TEXTS = {
  'county-word-unknown': findingText(
    '“{value}”不是“{role}”的已知取值，按未知处理；可用：{known}',
    '“{value}” is no known value of “{role}” and is taken as unknown; known: {known}',
    '改正该单元格，或在 county.yaml 该数据源的 words 中写明“{value}”对应的取值',
    'correct the cell, or say under words of this source in county.yaml what “{value}” stands for',
  ),
  'county-cell-missing': findingText(
    '“{role}”是必填项，该行没有值',
    '“{role}” must be given and is empty in this row',
    '补上该单元格',
    'fill in the cell',
  ),
  'county-cell-wrong': findingText(
    '“{value}”不能作为“{role}”：应为 {expected}',
    '“{value}” cannot be “{role}”: expected {expected}',
    '改正该单元格；没有数据就留空',
    'correct the cell, or leave it empty when nothing is known',
  ),
  'county-cells-contradict': findingText(
    '“{value}”与“{other}”一栏的“{says}”矛盾，两者均按未知处理',
    '“{value}” contradicts “{says}” under “{other}”: both are taken as not known',
    '核实后改正其中之一，或把不实的一格留空',
    'find out which is right, and correct or empty the other cell',
  ),
  'county-water-contradicted': findingText(
    '要素“{feature}”写明不积水，却填了水位 {value}：按有水处理',
    'feature “{feature}” is said to hold no water and yet has a water level, {value}: it is taken to hold water',
    '核实后改正其中一格：不积水就清空水位',
    'find out which is right: empty the water level where it is dry',
  ),
  'county-not-there': findingText(
    '该行没有可用的位置',
    'the row says nowhere where it is',
    '补上经度、纬度（或 X、Y）',
    'give longitude and latitude (or X and Y)',
  ),
  'county-shape-wrong': findingText(
    '几何应为{expected}',
    'the shape must be {expected}',
    '在 GIS 中改正该要素后重新导出',
    'mend the feature in a GIS and export it again',
  ),
  'county-shape-broken': findingText(
    '要素“{feature}”不能构成立体，未参加相邻矿山计算：{reason}',
    'feature “{feature}” makes no body and is left out of the comparison of neighbours: {reason}',
    '检查轮廓是否自交、上下标高是否颠倒',
    'look whether its outline crosses itself or its heights are upside down',
  ),
  'county-feature-planned': findingText(
    '要素“{feature}”自 {from} 起才存在，晚于资料日期 {asOf}，未参加相邻矿山计算',
    'feature “{feature}” begins on {from}, after {asOf}, the day of the files, and is left out of the comparison of neighbours',
    '该日之后更新 county.yaml 的 asOf 并重新构建',
    'after that day, set asOf of county.yaml anew and build again',
  ),
  'county-no-day': findingText(
    '{count} 个要素写有消除日期，但 county.yaml 未写资料日期（asOf）：它们一律按仍然存在参加相邻矿山计算',
    '{count} [count:feature has a day on which it ends|features have a day on which they end], and county.yaml names no day of the files (asOf): all are compared as if they were still there',
    '在 county.yaml 中写明 asOf',
    'write asOf in county.yaml',
  ),
  'county-id-twice': findingText(
    '编号“{value}”重复，后一行未采用',
    'the id “{value}” is given twice; the later row is left out',
    '每个编号只能出现一次',
    'give every id once',
  ),
  'county-value-twice': findingText(
    '“{value}”与前一行的“{other}”不一致，按未知处理',
    '“{value}” is unlike “{other}” of an earlier row: it is taken as not known',
    '核实后只保留一行',
    'find out which is right and keep one row',
  ),
  'county-grade-twice': findingText(
    '“{value}”与前一行的“{other}”不一致，采用其中较高的风险等级',
    '“{value}” is unlike “{other}” of an earlier row: the worse of the two is taken',
    '核实后只保留一行',
    'find out which is right and keep one row',
  ),
  'county-state-unlike': findingText(
    '矿山“{feature}”在台账中为“{value}”，其变更记录自 {from} 起为“{other}”',
    'the register has mine “{feature}” as “{value}”, its history as “{other}” since {from}',
    '核实后改正其中之一',
    'find out which is right and correct the other',
  ),
  'county-mine-unknown': findingText(
    '台账中没有矿山“{value}”，该行未采用',
    'there is no mine “{value}” in the register; the row is left out',
    '改正矿山编号，或把该矿山补入台账',
    'correct the id of the mine, or add the mine to the register',
  ),
  'county-town-unknown': findingText(
    '没有名为“{value}”的乡镇，按未知处理',
    'there is no town “{value}”; it is taken as unknown',
    '改正名称，或把该乡镇补入乡镇图层',
    'correct the name, or add the town to the towns',
  ),
  'county-outside': findingText(
    '“{value}”不在县界之内',
    '“{value}” lies outside the county',
    '核对坐标及坐标系（经纬度是否写反、是否为 GCJ-02）',
    'check the coordinates and their system (longitude and latitude swapped? GCJ-02?)',
  ),
  'county-source-missing': findingText(
    '没有“{kind}”数据：{lost}',
    'there is no “{kind}”: {lost}',
    '在 county.yaml 的 sources 中补上，格式见 docs/county-yaml.md',
    'add it under sources of county.yaml; docs/county-yaml.md describes it',
  ),
  'county-bundle-missing': findingText(
    '矿山“{value}”的三维成果尚未生成，或无法读取：{reason}',
    'the bundle of mine “{value}” is not built or cannot be read: {reason}',
    '先运行 hyalite build 生成该矿山，再生成县域数据',
    'build the mine first, then the county',
  ),
  'county-hazard-wrong': findingText(
    '隐患记录不符合格式：{reason}',
    'the record of the hazard is not as it must be: {reason}',
    '按 domain/contracts/hazard.ts（重大隐患按 major-hazard.ts）改正',
    'correct it as domain/contracts/hazard.ts says (major hazards: major-hazard.ts)',
  ),
  'county-hazard-nowhere': findingText(
    '隐患“{feature}”所指的模型要素 {value} 在该矿山的三维成果中不存在',
    'hazard “{feature}” is said to be {value}, which the bundle of its mine does not have',
    '改正图层或要素编号，或重新生成该矿山',
    'correct the layer or the feature, or build the mine again',
  ),
  'county-rules-wrong': findingText(
    '规则文件不能使用：{reason}',
    'the rules cannot be used: {reason}',
    '按 docs/rules.md 改正该行',
    'correct the line as docs/rules.md says',
  ),
  'county-height-unknown': findingText(
    '要素“{feature}”缺少标高，不能参加三维比较，未采用',
    'feature “{feature}” has no heights, so it cannot be compared in 3D and is left out',
    '补上底标高和顶标高',
    'give its lower and upper height',
  ),
} satisfies Record<string, FindingText>;
