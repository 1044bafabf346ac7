import type { Bilingual, Language } from '../contracts/bilingual.ts';

/** What the demo's accounts are called; what they write is kept under the Chinese name, as everybody's is under one. */
export const DEMO_NAMES = {
  'demo-official': { zh: '县应急管理局·演示', en: 'County emergency bureau · demo' },
  'demo-commander': { zh: '救援指挥员·演示', en: 'Rescue commander · demo' },
  'demo-dispatcher': { zh: '调度员·演示', en: 'Dispatcher · demo' },
  'demo-engineer-qingshi': { zh: '青石铁矿工程师·演示', en: 'Engineer of Qingshi iron mine · demo' },
  'demo-engineer-baiyun': {
    zh: '白云石灰岩矿工程师·演示',
    en: 'Engineer of Baiyun limestone mine · demo',
  },
  'demo-surveyor': { zh: '县域普查单位·演示', en: 'County survey team · demo' },
  'demo-viewer': { zh: '访客·演示', en: 'Visitor · demo' },
  'demo-administrator': { zh: '管理员·演示', en: 'Administrator · demo' },
} as const satisfies Readonly<Record<string, Bilingual>>;

const BY_CHINESE = new Map<string, Bilingual>(Object.values(DEMO_NAMES).map((name) => [name.zh, name]));

/** The name of a demo account in the reader's language, wherever it was written down; everybody else is called as they are. */
export const nameIn = (name: string, language: Language): string => BY_CHINESE.get(name)?.[language] ?? name;
