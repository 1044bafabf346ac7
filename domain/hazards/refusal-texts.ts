import type { Bilingual } from '../contracts/bilingual.ts';
import type { CloseOutBar } from './close-out.ts';
import type { FixedItem } from './five-fixed.ts';

/** Why a version of a hazard is not taken into the ledger. */
export type RefusalCode =
  | 'other-mine'
  | 'other-id'
  | 'nothing-changed'
  | 'day-in-future'
  | 'text-unprintable'
  | 'category-by-name'
  | 'ring-open'
  | 'ring-crosses-itself'
  | 'ring-without-area'
  | 'place-far'
  | 'place-swapped'
  | 'elevation-of-feature'
  | 'elevation-upside-down'
  | 'evidence-id-twice'
  | 'evidence-removed'
  | 'evidence-changed'
  | 'replaces-nothing'
  | 'replaces-otherwise'
  | 'file-unknown'
  | 'may-not-write'
  | 'may-not-accept'
  | 'may-not-close'
  | 'writes-and-decides'
  | 'closes-on-own-evidence'
  | 'state-backward'
  | 'reopened-with-acceptance'
  | 'reopened-with-old-treatment'
  | 'treatment-not-begun'
  | 'accepted-without-measure'
  | 'treatment-before-found'
  | 'treatment-before-evidence'
  | 'acceptance-before-treatment'
  | 'deadline-over'
  | 'deadline-far'
  | 'begun-before-treating'
  | 'found-stands'
  | 'becomes-another'
  | 'category-eased'
  | 'target-eased'
  | 'id-unusable'
  | 'accepted-stands'
  | 'target-after-acceptance'
  | CloseOutBar;

export interface RefusalText {
  readonly what: Bilingual;
  readonly mend: Bilingual;
}

/** Cause and mend of each. `{v}` stands for what was found. */
export const REFUSAL_TEXTS: Readonly<Record<RefusalCode, RefusalText>> = {
  'other-mine': {
    what: {
      zh: '隐患属于矿山“{v}”，不是写入的这座矿。',
      en: 'The hazard says it is of mine "{v}", not of the one it is written to.',
    },
    mend: {
      zh: '写入它自己的矿山；隐患不能换矿，应在另一矿新登记一条。',
      en: 'Write it to its own mine; a hazard never changes mines: register a new one there.',
    },
  },
  'other-id': {
    what: { zh: '编号变成了“{v}”，编号永远不变。', en: 'The id became "{v}"; an id never changes.' },
    mend: {
      zh: '保留原编号；另一处隐患请新登记。',
      en: 'Keep the id; register another hazard as a new one.',
    },
  },
  'nothing-changed': {
    what: { zh: '与上一版本完全相同。', en: 'It is the same as the last version.' },
    mend: { zh: '修改后再写入；没有变化就不必写。', en: 'Change something, or write nothing.' },
  },
  'day-in-future': {
    what: { zh: '日期 {v} 还没有到。', en: 'The day {v} has not come yet.' },
    mend: {
      zh: '填写实际发生的日期；计划日期只写在“期限”里。',
      en: 'Give the day it happened; only the deadline may lie ahead.',
    },
  },
  'text-unprintable': {
    what: {
      zh: '文字里有看不见的控制字符，或全是看不见的字符。',
      en: 'The text holds control characters that cannot be seen, or nothing that can.',
    },
    mend: { zh: '删去它们，重新输入这段文字。', en: 'Take them out: type the text anew.' },
  },
  'category-by-name': {
    what: {
      zh: '类别“{v}”在字典里，应写它的代码。',
      en: 'The category "{v}" is in the dictionary and has a code.',
    },
    mend: { zh: '从字典中选择类别。', en: 'Choose it from the dictionary.' },
  },
  'ring-open': {
    what: {
      zh: '第 {v} 圈没有闭合：首末点不同。',
      en: 'Ring {v} is not closed: its first and last points differ.',
    },
    mend: { zh: '让最后一点等于第一点。', en: 'Let the last point be the first.' },
  },
  'ring-crosses-itself': {
    what: {
      zh: '面的边界自相交：{v}相交或重合，分不清里外。',
      en: 'The area crosses itself: {v} meet, so that inside and outside cannot be told.',
    },
    mend: {
      zh: '移动或删去相交处的顶点；确是两块的，分两条登记。',
      en: 'Move or take away a corner there; where it is two areas, register two hazards.',
    },
  },
  'ring-without-area': {
    what: {
      zh: '面没有面积：顶点都在一条线上。',
      en: 'The area encloses nothing: its corners lie on one line.',
    },
    mend: { zh: '移开一个顶点，或改画成线。', en: 'Move a corner away, or draw a line instead.' },
  },
  'place-far': {
    what: { zh: '位置离矿很远：{v}。', en: 'The place lies far from the mine: {v}.' },
    mend: {
      zh: '核对坐标；位置无误的，写明它为什么离矿这么远。',
      en: 'Check the coordinates; if the place is right, say why it lies so far from the mine.',
    },
  },
  'place-swapped': {
    what: {
      zh: '位置离矿很远：{v}。X 和 Y（或经度和纬度）可能填反了：对调以后就在矿上。',
      en: 'The place lies far from the mine: {v}. X and Y (or longitude and latitude) may be swapped: the other way round it lies at the mine.',
    },
    mend: {
      zh: '把两个数对调；确实没有填反的，写明它为什么离矿这么远。',
      en: 'Swap the two numbers; if they are right, say why the place lies so far from the mine.',
    },
  },
  'elevation-of-feature': {
    what: {
      zh: '模型对象自带标高，不能另填。',
      en: 'A feature of the model has heights of its own; others may not be given.',
    },
    mend: { zh: '清空顶、底标高，或改为绘制的位置。', en: 'Empty both heights, or draw the place instead.' },
  },
  'elevation-upside-down': {
    what: { zh: '顶标高低于底标高：{v}。', en: 'Its top lies below its bottom: {v}.' },
    mend: {
      zh: '核对两个标高，井下标高多为负数。',
      en: 'Check both; heights below ground are mostly negative.',
    },
  },
  'evidence-id-twice': {
    what: { zh: '证据编号“{v}”出现了两次。', en: 'Two pieces of evidence have the id "{v}".' },
    mend: { zh: '每条证据用自己的编号。', en: 'Give each piece an id of its own.' },
  },
  'evidence-removed': {
    what: {
      zh: '证据“{v}”不见了，证据只能更正，不能删除。',
      en: 'Evidence "{v}" is gone; evidence is never removed.',
    },
    mend: {
      zh: '保留它，另加一条注明“更正”它的证据。',
      en: 'Keep it, and add a piece that says it replaces it.',
    },
  },
  'evidence-changed': {
    what: {
      zh: '证据“{v}”被改动了，已登记的证据不能改。',
      en: 'Evidence "{v}" was changed; evidence that is written stays as it is.',
    },
    mend: {
      zh: '恢复原样，另加一条注明“更正”它的证据。',
      en: 'Leave it as it was, and add a piece that says it replaces it.',
    },
  },
  'replaces-nothing': {
    what: {
      zh: '要更正的证据“{v}”不在它之前。',
      en: 'The evidence "{v}" it replaces is not among those before it.',
    },
    mend: { zh: '填写本隐患中较早一条证据的编号。', en: 'Name an earlier piece of evidence of this hazard.' },
  },
  'replaces-otherwise': {
    what: {
      zh: '证据“{v}”是实地查证的，只有用同一方法、不早于它再查一次才能更正它。',
      en: 'Somebody went and looked for evidence "{v}": only who looks again by the same method, and not earlier, puts it right.',
    },
    mend: {
      zh: '用同一方法重新查证后登记；其他方法和资料请另加一条，不写“更正”。',
      en: 'Look again by its method; write what other methods or papers say as a piece that replaces nothing.',
    },
  },
  'file-unknown': {
    what: { zh: '本矿没有附件 {v}。', en: 'This mine has no attachment {v}.' },
    mend: { zh: '先上传附件，再引用它的 SHA-256。', en: 'Upload the file first, then name its SHA-256.' },
  },
  'may-not-write': {
    what: { zh: '您的账号不能改动“{v}”。', en: 'Your account may not change "{v}".' },
    mend: {
      zh: '请矿山工程师填写；县级人员只验收、销号或重新打开。',
      en: 'The mine’s engineer writes it; county officials accept, close and reopen.',
    },
  },
  'may-not-accept': {
    what: { zh: '您的账号不能验收。', en: 'Your account may not accept a treatment.' },
    mend: { zh: '请县级监管人员验收。', en: 'A county official accepts it.' },
  },
  'may-not-close': {
    what: { zh: '您的账号不能销号。', en: 'Your account may not close a hazard.' },
    mend: { zh: '请县级监管人员销号。', en: 'A county official closes it.' },
  },
  'writes-and-decides': {
    what: {
      zh: '一次写入既改动“{v}”，又验收或销号。',
      en: 'It changes {v} and accepts or closes in one go.',
    },
    mend: {
      zh: '先写入到“治理中”为止，再由县级监管人员在隐患卡片上验收、销号。',
      en: 'Write it as being treated first; then a county official accepts and closes it on its card.',
    },
  },
  'closes-on-own-evidence': {
    what: {
      zh: '销号所依据的证据是您自己的账号写入的。',
      en: 'The evidence it would be closed on was brought in by your own account.',
    },
    mend: {
      zh: '请另一位县级监管人员销号，或由矿山登记治理后的查证证据。',
      en: 'Another county official closes it, or the mine writes evidence from after the treatment.',
    },
  },
  'state-backward': {
    what: { zh: '状态不能退回到“{v}”。', en: 'The state does not go back to "{v}".' },
    mend: {
      zh: '状态只向前；已验收或已销号的，可说明理由后重新打开为“核实中”或“治理中”。',
      en: 'States go forward; what was accepted or closed may be reopened as verifying or treating.',
    },
  },
  'reopened-with-acceptance': {
    what: {
      zh: '重新打开的隐患还带着旧的验收值。',
      en: 'The reopened hazard still carries the old acceptance.',
    },
    mend: { zh: '清空验收值；旧版本里仍查得到。', en: 'Empty the acceptance; the older versions keep it.' },
  },
  'reopened-with-old-treatment': {
    what: {
      zh: '重新打开后的治理开始日 {v} 早于上次验收。',
      en: 'The treatment after reopening began on {v}, before the last acceptance.',
    },
    mend: {
      zh: '清空治理开始日，或填写重新治理的日期。',
      en: 'Empty it, or give the day on which treating began anew.',
    },
  },
  'treatment-not-begun': {
    what: {
      zh: '状态是“治理中”，却没有治理开始日。',
      en: 'It is being treated, and nobody says since when.',
    },
    mend: { zh: '填写治理开始日。', en: 'Give the day on which treating began.' },
  },
  'accepted-without-measure': {
    what: { zh: '状态是“已验收”，却没有验收值。', en: 'It is accepted, and nobody says what was measured.' },
    mend: {
      zh: '填写验收的指标、数值、单位、日期和验收人。',
      en: 'Give metric, value, unit, day and who measured it.',
    },
  },
  'treatment-before-evidence': {
    what: {
      zh: '{v} 的“不存在”证据登记时，还没有登记当时已开始治理；事后补写开始日期会把互相矛盾的证据变成“治理后消失”。',
      en: 'The evidence "absent" of {v} was entered when nobody had said that treatment had begun by then; a day of beginning written afterwards would turn contradicting evidence into "gone since it was treated".',
    },
    mend: {
      zh: '开始治理日期须晚于该证据；确系治理后查明的，请重新查证并登记一条取代它的证据，与开始日期一并写入。',
      en: 'Give a day after that evidence; if it was found after treatment, examine again and enter, together with the day of beginning, evidence that replaces it.',
    },
  },
  'treatment-before-found': {
    what: {
      zh: '治理开始日 {v} 早于发现日期。',
      en: 'Treating began on {v}, before the hazard was found.',
    },
    mend: { zh: '核对两个日期。', en: 'Check both days.' },
  },
  'acceptance-before-treatment': {
    what: { zh: '验收日 {v} 早于治理开始日。', en: 'It was accepted on {v}, before treating began.' },
    mend: { zh: '核对两个日期。', en: 'Check both days.' },
  },
  'deadline-over': {
    what: {
      zh: '时限 {v} 已过，矿山不能自行延期或删除。',
      en: 'The deadline {v} is over: the mine neither puts it off nor takes it away.',
    },
    mend: {
      zh: '保留原时限；确需延期的，请县级监管人员批准并写明理由。',
      en: 'Leave it; where more time is needed a county official puts it off and says why.',
    },
  },
  'deadline-far': {
    what: {
      zh: '期限 {v} 在十年以后，等于没有期限。',
      en: 'The deadline {v} is more than ten years ahead: that is none.',
    },
    mend: { zh: '填写治理实际要完成的日期。', en: 'Give the day by which it is to be done.' },
  },
  'begun-before-treating': {
    what: {
      zh: '还在发现或核实，却写了治理开始日 {v}：此后的“不存在”会被当成治理的结果。',
      en: 'It is merely found or verified, and treating is said to have begun on {v}: "absent" after it would pass for what treating did.',
    },
    mend: {
      zh: '开始治理的，把状态改为“治理中”；还没有的，清空治理开始日。',
      en: 'Where treating began write it as being treated; where it did not, empty the day.',
    },
  },
  'found-stands': {
    what: {
      zh: '已有证据的隐患，发现日期、方式和发现人不再改。',
      en: 'It has evidence: when, how and by whom it was found stays as it is.',
    },
    mend: {
      zh: '恢复原样；登记有误的，请县级监管人员用导入更正并写明理由。',
      en: 'Leave it; where it was written wrongly a county official puts it right by an import and says why.',
    },
  },
  'becomes-another': {
    what: {
      zh: '类别和位置一起改了：已有的证据会变成另一处隐患的证据。',
      en: 'Category and place change together: its evidence would become that of another hazard.',
    },
    mend: {
      zh: '另一处隐患请新登记；确系登记有误的，请县级监管人员用导入更正并写明理由。',
      en: 'Register another hazard as a new one; where it was written wrongly a county official puts it right by an import and says why.',
    },
  },
  'category-eased': {
    what: {
      zh: '治理已经开始，类别改为“{v}”后，治理以后仍然存在也可以销号。',
      en: 'Treating has begun, and as "{v}" it could be closed though it is still there.',
    },
    mend: {
      zh: '恢复原类别；确系登记有误的，请县级监管人员用导入更正并写明理由。',
      en: 'Leave the category; where it was written wrongly a county official puts it right by an import and says why.',
    },
  },
  'target-eased': {
    what: {
      zh: '治理已经开始，治理目标不能由矿山自行放宽、更换或删除。',
      en: 'Treating has begun: the mine neither eases its target nor changes it for another nor takes it away.',
    },
    mend: {
      zh: '恢复原目标；确需调整的，请县级监管人员用导入调整并写明理由。',
      en: 'Leave it; where it has to change a county official changes it by an import and says why.',
    },
  },
  'id-unusable': {
    what: {
      zh: '编号“{v}”不能用：超过 100 个字，或只是一两个点。',
      en: 'The id "{v}" cannot be used: it is longer than 100 characters, or only dots.',
    },
    mend: { zh: '用短一些的编号。', en: 'Give a shorter one.' },
  },
  'accepted-stands': {
    what: {
      zh: '已验收或已销号的隐患不能再改“{v}”。',
      en: 'It is accepted or closed: "{v}" stays as it is.',
    },
    mend: {
      zh: '只能补充证据；确有问题请说明理由重新打开。',
      en: 'Add evidence only, or reopen it and say why.',
    },
  },
  'target-after-acceptance': {
    what: { zh: '已有验收值，不能再改治理目标。', en: 'It was measured already: the target stays as it is.' },
    mend: { zh: '请县级监管人员先撤回验收值。', en: 'A county official takes the acceptance back first.' },
  },
  'five-fixed-missing': {
    what: {
      zh: '五落实不全，不能销号：缺 {v}。',
      en: 'It cannot be closed: of the five-fixed {v} is missing.',
    },
    mend: {
      zh: '补齐责任、措施、资金、期限和预案。',
      en: 'Give person, measure, funding, deadline and contingency plan.',
    },
  },
  'no-target': {
    what: { zh: '没有治理目标。', en: 'There is no target of the treatment.' },
    mend: { zh: '请矿山填写目标指标、数值和单位。', en: 'The mine gives metric, value and unit.' },
  },
  'not-accepted': {
    what: { zh: '没有验收值，不能销号。', en: 'It cannot be closed: nobody measured what was reached.' },
    mend: { zh: '先验收。', en: 'Accept it first.' },
  },
  'target-missed': {
    what: { zh: '验收值 {v} 没有达到治理目标。', en: 'What was measured, {v}, misses the target.' },
    mend: { zh: '继续治理，达到目标后再验收。', en: 'Go on treating until it is reached.' },
  },
  'other-metric': {
    what: {
      zh: '验收的指标或单位（{v}）与目标不同。',
      en: 'What was measured ({v}) is not what the target asks, or not in its unit.',
    },
    mend: { zh: '按目标的指标和单位验收。', en: 'Measure the target’s metric in its unit.' },
  },
  contradicted: {
    what: { zh: '证据互相矛盾，不能销号。', en: 'It cannot be closed: the evidence contradicts itself.' },
    mend: { zh: '补充证据，更正不再成立的一条。', en: 'Gather more, and replace what no longer holds.' },
  },
  'no-evidence-after': {
    what: {
      zh: '治理以后没有可以复核的物探、钻探、化探或测量证据。',
      en: 'No geophysics, drilling, geochemistry or survey that others can look at again was done after treating began.',
    },
    mend: {
      zh: '治理后实地查验，登记为证据：结论明确，有附件或位置，没有被更正；文件不算。',
      en: 'Look at it after the treatment and write it as evidence that could tell, with a file or a place, not replaced; papers do not count.',
    },
  },
  'old-file': {
    what: {
      zh: '治理以后的证据用的都是治理以前的附件，看不出有人再去查过。',
      en: 'What was found after the treatment lies in files from before it: nothing shows that anybody looked again.',
    },
    mend: {
      zh: '上传治理后查证的附件，另登记一条证据。',
      en: 'Upload the file of the look after the treatment and write it as evidence of its own.',
    },
  },
  'still-there': {
    what: {
      zh: '治理以后的查证表明它仍然存在，不能销号。',
      en: 'It cannot be closed: who looked after the treatment found it still there.',
    },
    mend: {
      zh: '继续治理，再查证；查证有误的，另加一条注明“更正”它的证据。',
      en: 'Go on treating and look again; where the finding was wrong, add a piece that says it replaces it.',
    },
  },
  'acceptance-unborne': {
    what: {
      zh: '治理开始以后、验收以前，没有查证证据支持验收值 {v}。',
      en: 'Nobody looked between the beginning of the treatment and the acceptance: nothing bears {v}.',
    },
    mend: {
      zh: '把验收所依据的测量登记为证据（带附件或位置），日期不晚于验收日；必要时重新打开，重新验收。',
      en: 'Write the measurement it was accepted by as evidence with a file or a place, no later than the acceptance; if need be reopen and accept anew.',
    },
  },
};

/** What of a hazard a refusal speaks of. */
export const HAZARD_FIELDS = {
  hazard: { zh: '隐患', en: 'the hazard' },
  title: { zh: '名称', en: 'title' },
  category: { zh: '类别', en: 'category' },
  place: { zh: '位置', en: 'place' },
  elevation: { zh: '标高', en: 'heights' },
  found: { zh: '发现情况', en: 'how it was found' },
  evidence: { zh: '证据', en: 'evidence' },
  fiveFixed: { zh: '五落实', en: 'five-fixed' },
  'treatment.target': { zh: '治理目标', en: 'target of the treatment' },
  'treatment.begun': { zh: '治理开始日', en: 'day the treatment began' },
  'treatment.accepted': { zh: '验收值', en: 'acceptance' },
  state: { zh: '状态', en: 'state' },
} as const satisfies Record<string, Bilingual>;

export const FIXED_NAMES: Readonly<Record<FixedItem, Bilingual>> = {
  responsible: { zh: '责任人和责任部门', en: 'responsible person and department' },
  measure: { zh: '措施', en: 'measure' },
  funding: { zh: '资金', en: 'funding' },
  deadline: { zh: '期限', en: 'deadline' },
  contingencyPlan: { zh: '应急预案', en: 'contingency plan' },
};
