import type { RefusalText } from '../hazards/refusal-texts.ts';

/** Why an entry on major hazards is not taken, besides what the ledger of hidden hazards refuses likewise. */
export type MajorRefusalCode =
  | 'source-changed'
  | 'source-not-yours'
  | 'inspection-missing'
  | 'inspection-elsewhere'
  | 'not-yours'
  | 'major-state-backward'
  | 'reported-not-public'
  | 'unfounded-not-public'
  | 'closed-at-once'
  | 'close-out-missing'
  | 'close-out-elsewhere'
  | 'close-out-too-early'
  | 'close-out-without-report'
  | 'close-out-not-accepted'
  | 'accepted-too-early'
  | 'report-unknown'
  | 'report-reused'
  | 'hidden-unknown'
  | 'survey-month-ahead'
  | 'survey-finds-unknown'
  | 'survey-signed'
  | 'never-reached'
  | 'answer-too-early'
  | 'proposal-to-nobody'
  | 'proposal-without-paper'
  | 'decision-without-reason'
  | 'decision-with-addressee';

/** Cause and mend of each. `{v}` stands for what was found. */
export const MAJOR_REFUSAL_TEXTS: Readonly<Record<MajorRefusalCode, RefusalText>> = {
  'source-changed': {
    what: {
      zh: '来源、检查单位和发现日期登记后不变。',
      en: 'Source, inspector and day of finding stay as they were first written.',
    },
    mend: {
      zh: '恢复原样；写错的，关闭后重新登记并说明理由。',
      en: 'Leave them; where they are wrong, close this one and write a new one.',
    },
  },
  'source-not-yours': {
    what: {
      zh: '您的账号不能登记来源为“{v}”的重大隐患。',
      en: 'Your account may not write a major hazard "{v}".',
    },
    mend: {
      zh: '企业登记自查上报的；检查发现和群众举报由县级登记。',
      en: 'Mines write what they report themselves; the county writes what inspection or the public found.',
    },
  },
  'inspection-missing': {
    what: { zh: '检查发现的没有写检查单位。', en: 'It was found by inspection, and nobody says whose.' },
    mend: { zh: '填写检查单位和级别。', en: 'Give the office and its level.' },
  },
  'inspection-elsewhere': {
    what: {
      zh: '不是检查发现的，却写了检查单位。',
      en: 'It was not found by inspection, yet names an inspector.',
    },
    mend: { zh: '清空检查单位。', en: 'Empty the inspector.' },
  },
  'not-yours': {
    what: { zh: '您的账号不能改动“{v}”。', en: 'Your account may not change "{v}".' },
    mend: {
      zh: '挂牌督办、生产认定、查实和销号，以及检查发现和群众举报的内容，由县级监管人员填写。',
      en: 'A county official writes listing, whether it was producing, confirmation and close-out, and what inspection or the public found.',
    },
  },
  'major-state-backward': {
    what: { zh: '状态不能从这里改为“{v}”。', en: 'The state does not change to "{v}" from here.' },
    mend: {
      zh: '待查实→已确认→整改中→已销号；已销号的可以重新打开为整改中。',
      en: 'Reported, confirmed, rectifying, closed; what is closed may be reopened as rectifying.',
    },
  },
  'reported-not-public': {
    what: {
      zh: '只有群众举报的可以是“待查实”。',
      en: 'Only what the public reported waits to be confirmed.',
    },
    mend: { zh: '改为“已确认”。', en: 'Write it as confirmed.' },
  },
  'unfounded-not-public': {
    what: { zh: '只有群众举报的可以是“查否”。', en: 'Only what the public reported can be unfounded.' },
    mend: { zh: '整改后按销号关闭。', en: 'Close it out after it was rectified.' },
  },
  'closed-at-once': {
    what: {
      zh: '新登记的重大隐患不能同时销号。',
      en: 'A major hazard is not closed in the same go as it is first written.',
    },
    mend: {
      zh: '先按“已确认”登记，整改并复查后再另行销号。',
      en: 'Write it as confirmed first; close it apart, once it is rectified and checked.',
    },
  },
  'never-reached': {
    what: {
      zh: '{v} 没有达到提请关闭的条件，或本县没有这条规则。',
      en: 'On {v} the mine was not found producing so often, or the county has no such rule.',
    },
    mend: {
      zh: '处理只记在达到条件的那一天；核对发现日期和“发现时在生产”。',
      en: 'An answer is of the day on which it came true; check the days of finding and whether it was producing.',
    },
  },
  'answer-too-early': {
    what: { zh: '处理日期 {v} 早于达到条件之日。', en: 'It was answered on {v}, before it came true.' },
    mend: { zh: '核对两个日期。', en: 'Check both days.' },
  },
  'proposal-to-nobody': {
    what: { zh: '没有写向哪一级政府提请。', en: 'Nobody says to which government it was proposed.' },
    mend: { zh: '填写提请的人民政府。', en: 'Give the government.' },
  },
  'proposal-without-paper': {
    what: { zh: '提请关闭没有附文件。', en: 'Closing was proposed without a paper.' },
    mend: { zh: '先上传提请文件，再记录。', en: 'Upload the paper first, then write this.' },
  },
  'decision-without-reason': {
    what: { zh: '决定不提请，没有写理由。', en: 'It was decided not to propose it, and nobody says why.' },
    mend: { zh: '写明不提请的理由。', en: 'Say why.' },
  },
  'decision-with-addressee': {
    what: { zh: '决定不提请，却写了提请对象“{v}”。', en: 'It was not proposed, yet names "{v}".' },
    mend: { zh: '清空提请对象。', en: 'Empty it.' },
  },
  'close-out-missing': {
    what: {
      zh: '销号没有核查记录。',
      en: 'It is closed, and nobody says what was found when it was checked.',
    },
    mend: { zh: '填写核查日期、核查人和核查情况。', en: 'Give the day, who checked and what was found.' },
  },
  'close-out-elsewhere': {
    what: { zh: '没有销号，却写了核查记录。', en: 'It is not closed, yet carries a close-out.' },
    mend: { zh: '清空核查记录；旧版本里仍查得到。', en: 'Empty it; the older versions keep it.' },
  },
  'close-out-too-early': {
    what: { zh: '核查日期 {v} 早于发现日期。', en: 'It was checked on {v}, before it was found.' },
    mend: { zh: '核对两个日期。', en: 'Check both days.' },
  },
  'close-out-without-report': {
    what: { zh: '销号没有附核查报告。', en: 'It is closed without the report of the check.' },
    mend: {
      zh: '先上传核查报告（签字扫描件或现场照片），再销号。',
      en: 'Upload the report of the check first (the signed paper or pictures of the site), then close it.',
    },
  },
  'close-out-not-accepted': {
    what: {
      zh: '由{v}挂牌督办，没有写谁审核同意销号。',
      en: 'It is listed by {v}, and nobody says who reviewed and accepted the close-out.',
    },
    mend: { zh: '填写审核人和审核日期。', en: 'Give who accepted it, and on which day.' },
  },
  'accepted-too-early': {
    what: { zh: '审核日期 {v} 早于核查日期。', en: 'It was accepted on {v}, before it was checked.' },
    mend: { zh: '核对两个日期。', en: 'Check both days.' },
  },
  'hidden-unknown': {
    what: { zh: '本矿台账没有编号为“{v}”的隐患。', en: 'The ledger of this mine has no hazard "{v}".' },
    mend: {
      zh: '从本矿台账里选；台账里没有的先登记。',
      en: 'Choose from the mine’s own ledger; what is not there is written there first.',
    },
  },
  'report-unknown': {
    what: { zh: '本矿没有附件 {v}。', en: 'This mine has no attachment {v}.' },
    mend: {
      zh: '先上传报告，再引用它的 SHA-256。',
      en: 'Upload the report first, then name its SHA-256.',
    },
  },
  'report-reused': {
    what: {
      zh: '这份报告已作为 {v} 月的排查报告存档，一份报告只算一次排查。',
      en: 'This is the report of the survey of {v}; a report is of one survey.',
    },
    mend: {
      zh: '上传本月自己的签字报告；本月没有排查的，不要填。',
      en: 'Upload the signed report of this month; where it was not surveyed, write nothing.',
    },
  },
  'survey-month-ahead': {
    what: {
      zh: '排查完成日期 {v} 早于所排查的月份。',
      en: 'The survey was finished on {v}, before its month began.',
    },
    mend: { zh: '核对月份和日期。', en: 'Check month and day.' },
  },
  'survey-finds-unknown': {
    what: { zh: '本矿没有编号为“{v}”的重大隐患。', en: 'This mine has no major hazard "{v}".' },
    mend: { zh: '先登记这条重大隐患。', en: 'Write the major hazard first.' },
  },
  'survey-signed': {
    what: {
      zh: '本月排查已签字存档，不再改动。',
      en: 'The survey of this month is signed and stays as it is.',
    },
    mend: {
      zh: '新发现的单独登记；下月排查另行填写。',
      en: 'Write what was found since by itself; the next month has its own survey.',
    },
  },
};

/** What of a major hazard a refusal speaks of. */
export const MAJOR_FIELDS = {
  title: { zh: '名称', en: 'title' },
  what: { zh: '情况', en: 'what was found' },
  criterion: { zh: '判定依据', en: 'criterion' },
  whileProducing: { zh: '发现时是否在生产', en: 'whether it was producing' },
  hazards: { zh: '关联隐患', en: 'hidden hazards' },
  place: { zh: '位置', en: 'place' },
  fiveFixed: { zh: '五落实', en: 'five-fixed' },
  listed: { zh: '挂牌督办', en: 'listed supervision' },
  closeOut: { zh: '销号核查', en: 'close-out' },
  state: { zh: '状态', en: 'state' },
  survey: { zh: '月排查', en: 'monthly survey' },
  answer: { zh: '提请关闭的处理', en: 'what was done about closing the mine' },
} as const;
