import { MINE_GRADES, RISK_LEVELS, WARNING_LEVELS } from '../../domain/contracts/county.ts';
import { EVIDENCE_METHODS } from '../../domain/contracts/driving.ts';
import { MINE_SIZES, MINE_STATES, MINE_TYPES } from '../../domain/contracts/manifest.ts';
import { NEIGHBOUR_KINDS } from '../../domain/contracts/neighbours.ts';

/** Words of registers and the values they stand for; county.yaml adds its own under `words`. */
export const COUNTY_WORDS = {
  type: {
    of: MINE_TYPES,
    words: {
      地下金属矿: 'underground-metal',
      金属非金属地下矿山: 'underground-metal',
      煤矿: 'underground-coal',
      井工煤矿: 'underground-coal',
      地下非金属矿: 'underground-nonmetal',
      露天矿: 'open-pit',
      露天矿山: 'open-pit',
      露天开采: 'open-pit',
      尾矿库: 'tailings',
      探矿权: 'exploration',
      勘查: 'exploration',
    },
  },
  size: {
    of: MINE_SIZES,
    words: { 大型: 'large', 大: 'large', 中型: 'medium', 中: 'medium', 小型: 'small', 小: 'small' },
  },
  state: {
    of: MINE_STATES,
    words: {
      生产: 'producing',
      正常生产: 'producing',
      基建: 'construction',
      在建: 'construction',
      停产: 'suspended',
      停产停建: 'suspended',
      停工: 'suspended',
      关闭: 'closed',
      已关闭: 'closed',
      闭坑: 'closed',
    },
  },
  grade: { of: MINE_GRADES, words: { A级: 'A', B级: 'B', C级: 'C', D级: 'D' } },
  risk: {
    of: RISK_LEVELS,
    words: {
      重大: 'major',
      重大风险: 'major',
      较大: 'larger',
      较大风险: 'larger',
      一般: 'general',
      一般风险: 'general',
      低: 'low',
      低风险: 'low',
    },
  },
  warning: {
    of: WARNING_LEVELS,
    words: {
      红: 'red',
      红色: 'red',
      橙: 'orange',
      橙色: 'orange',
      黄: 'yellow',
      黄色: 'yellow',
      蓝: 'blue',
      蓝色: 'blue',
    },
  },
  method: {
    of: EVIDENCE_METHODS,
    words: {
      实测: 'survey',
      钻探: 'drilling',
      物探: 'geophysics',
      化探: 'geochemistry',
      资料: 'document',
      调查访问: 'document',
    },
  },
  kind: {
    of: NEIGHBOUR_KINDS,
    words: {
      矿权: 'right',
      采矿权: 'right',
      巷道: 'working',
      采空区: 'goaf',
      含水层: 'aquifer',
      断层: 'fault',
      废弃井筒: 'closed-shaft',
      矿体: 'orebody',
    },
  },
} as const satisfies Record<
  string,
  { readonly of: readonly string[]; readonly words: Readonly<Record<string, string>> }
>;

export const YES_NO: Readonly<Record<string, boolean>> = {
  是: true,
  有: true,
  true: true,
  yes: true,
  1: true,
  否: false,
  无: false,
  false: false,
  no: false,
  0: false,
};

/** Kinds of disaster; the list is open, and another word is kept as it is written. */
export const DISASTER_WORDS: Readonly<Record<string, string>> = {
  水害: 'water',
  透水: 'water',
  冒顶片帮: 'roof-fall',
  顶板: 'roof-fall',
  地压: 'ground-pressure',
  岩爆: 'rockburst',
  冲击地压: 'rockburst',
  火灾: 'fire',
  边坡: 'slope',
  滑坡: 'slope',
  塌陷: 'subsidence',
};
