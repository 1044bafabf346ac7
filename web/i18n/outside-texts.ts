/** Texts of mines that a county's register does not list. */
export const outsideZh = {
  outside: {
    short: '登记册未列入的矿山',
    title: '另有 {{n}} 座矿山不在登记册',
    row: '登记册外',
    flag: '另有 {{n}} 座矿山不在登记册',
    flagShow: '查看',
    means: '属于本县，但图上没有其矿山符号，也不计入按登记册统计的数字。',
    cardMeans: '矿山登记册未列入该矿：位置、类型、状态、等级、矿权均未知，图上没有其符号。',
    why: '为何属于本县',
    mend: '列入矿山登记册并重新构建县后，与其他矿山同样显示；若不属本县，改正其所写的县。',
    open: '未销号隐患 {{n}} 条',
    ledgerUnknown: '台账未读取，隐患未知',
    majors: '未办结重大隐患 {{n}} 条',
    peopleUnknown: '井下人数未知',
    alarms: '报警：{{text}}',
    toLedger: '查台账',
    toLedgerOf: '在台账中查看{{name}}的隐患',
    toMine: '打开矿山',
    toMineOf: '打开{{name}}的三维',
    allInLedger: '在台账中查看其隐患',
    failed: '登记册之外还有哪些矿山，未能读取',
    found: '不在登记册',
    allDuties: '全部职责',
    notJudged: '登记册未列入该矿，未核查',
  },
  outsideBy: { live: '其 live.yaml 写明', bundle: '其矿山数据包写明' },
  outsideLine: {
    duties: '另有 {{n}} 座矿山不在登记册，履职情况未核查、未知：{{names}}',
    neighbours: '另有 {{n}} 座矿山不在登记册，与谁相邻均未判定：{{names}}',
    print: '另有 {{n}} 座矿山不在登记册，图上没有其符号：{{names}}',
    ledger:
      '其中 {{n}} 座矿山不在登记册：{{names}}。按登记册计的内容（灾害等级、履职、相邻关系）不含这些矿山。',
  },
};

export const outsideEn: typeof outsideZh = {
  outside: {
    short: 'Mines outside the register',
    title: 'Mines outside the register: {{n}}',
    row: 'Not listed',
    flag: 'Mines outside the register: {{n}}',
    flagShow: 'Show',
    means:
      'Of this county, but without a sign of a mine on the map, and in no number counted from the register.',
    cardMeans:
      'The register does not list this mine: where it is, its type, state, grade and right are not known, and the map has no sign of it.',
    why: 'Why it is this county’s',
    mend: 'Entered into the register of mines and the county built anew, it is shown like the others; if it is not of this county, mend what it names.',
    open: 'open hazards {{n}}',
    ledgerUnknown: 'ledger not read, hazards unknown',
    majors: 'major hazards not done with {{n}}',
    peopleUnknown: 'people underground unknown',
    alarms: 'Alarms: {{text}}',
    toLedger: 'Ledger',
    toLedgerOf: 'Hazards of {{name}} in the ledger',
    toMine: 'Open the mine',
    toMineOf: 'Open {{name}} in 3D',
    allInLedger: 'Their hazards in the ledger',
    failed: 'Which mines there are outside the register could not be read',
    found: 'not in the register',
    allDuties: 'all duties',
    notJudged: 'not judged: the register does not list this mine',
  },
  outsideBy: { live: 'Its live.yaml says so', bundle: 'Its bundle says so' },
  outsideLine: {
    duties: 'Mines outside the register, not judged and unknown ({{n}}): {{names}}',
    neighbours: 'Mines outside the register, of whom no neighbour is known ({{n}}): {{names}}',
    print: 'Mines outside the register, without a sign on the map ({{n}}): {{names}}',
    ledger:
      'Mines outside the register among these ({{n}}): {{names}}. What goes by the register (disaster grades, duties, neighbours) is without them.',
  },
};
