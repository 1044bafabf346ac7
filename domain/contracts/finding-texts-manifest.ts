import { type FindingText, findingText } from './finding-text.ts';

/** mine.yaml itself. `column` holds the path, e.g. sources[2].columns.x; `row` the line. */
export const MANIFEST_FINDING_TEXTS = {
  'manifest-syntax': findingText(
    'YAML 语法错误：{reason}',
    'this is not valid YAML: {reason}',
    '检查该行的缩进、冒号后的空格和引号',
    'check the indentation, the blank after the colon and the quotes on this line',
  ),
  'manifest-missing': findingText(
    '缺少 {column}，应为：{expected}',
    '{column} is missing; expected: {expected}',
    '在 {file} 中补上，格式见 {guide}',
    'add it to {file}; {guide} describes it',
  ),
  'manifest-value': findingText(
    '{column} 的值“{value}”不符合要求，应为：{expected}',
    '{column} is “{value}”; expected: {expected}',
    '改正该值，格式见 {guide}',
    'correct the value; {guide} describes it',
  ),
  'manifest-key': findingText(
    '{column} 不是可用的键{suggestion}',
    '{column} is not a known key{suggestion}',
    '改正或删除该键；可用：{expected}',
    'correct or remove it; known here: {expected}',
  ),
  'manifest-duplicate-id': findingText(
    '{column} 的编号“{value}”与第 {other} 行重复',
    '{column}: the id “{value}” is already used on line {other}',
    '每个数据源的 id 必须不同',
    'give every source its own id',
  ),
  'file-is-folder': findingText(
    '{column} 的“{value}”是文件夹，不是文件',
    '{column}: “{value}” is a folder, not a file',
    '写出文件夹中具体文件的路径',
    'give the path of the file inside it',
  ),
  'source-repeated': findingText(
    '文件“{value}”已作为数据源 {other} 读取：其中的内容会画两次、计两次',
    'the file “{value}” is already read as source {other}: all in it is drawn and counted twice',
    '删去其中一个数据源',
    'remove one of the two sources',
  ),
  'nothing-to-draw': findingText(
    '{sources} 个数据源中没有任何可显示的内容',
    'nothing in the {sources} [sources:source|sources] can be drawn',
    '查看前面列出的问题，或补充含有坐标的数据文件',
    'see the findings above, or add a survey file with coordinates',
  ),
} satisfies Record<string, FindingText>;
