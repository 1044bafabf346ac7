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
    '在 mine.yaml 中补上，格式见 docs/mine-yaml.md',
    'add it; docs/mine-yaml.md describes it',
  ),
  'manifest-value': findingText(
    '{column} 的值“{value}”不符合要求，应为：{expected}',
    '{column} is “{value}”; expected: {expected}',
    '改正该值，格式见 docs/mine-yaml.md',
    'correct the value; docs/mine-yaml.md describes it',
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
} satisfies Record<string, FindingText>;
