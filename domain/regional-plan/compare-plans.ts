import type { Bilingual } from '../contracts/bilingual.ts';
import type { PlanChange, PlanField, PlanObject, RegionalPlan } from '../contracts/regional-plan.ts';
import { asWritten, joined } from './bilingual-text.ts';
import { CHAPTER_WORDS } from './plan-words.ts';

type Compared = Pick<RegionalPlan, 'objects' | 'mines' | 'outside'>;

/**
 * What changed between two plans, object by object. Areas are named by their mines: where an area won or lost some, it is matched
 * with the one of the same kind that shares the most mines with it, at least half, and the change tells both.
 */
export const comparePlans = (
  before: Compared,
  after: Compared,
): { readonly changes: PlanChange[]; readonly unchanged: number } => {
  const of = { before: placedBy(before), after: placedBy(after) };
  const old = new Map(before.objects.map((one) => [one.id, one]));
  const matched = new Set<string>();
  const pairs: { readonly was: PlanObject | null; readonly now: PlanObject }[] = [];
  const left: PlanObject[] = [];
  for (const now of after.objects) {
    const was = old.get(now.id);
    if (was) {
      matched.add(was.id);
      pairs.push({ was, now });
    } else left.push(now);
  }
  for (const now of left) {
    const was = AREAS.has(now.kind) ? nearestArea(now, before.objects, matched) : null;
    if (was) matched.add(was.id);
    pairs.push({ was, now });
  }
  const changes: PlanChange[] = [];
  let unchanged = 0;
  for (const { was, now } of pairs) {
    const fields = was ? changedFields(of.before(was), of.after(now)) : [];
    if (was && fields.length === 0 && was.id === now.id) unchanged++;
    else
      changes.push({
        kind: was ? 'changed' : 'added',
        object: now.id,
        was: was && was.id !== now.id ? was.id : null,
        objectKind: now.kind,
        chapter: now.chapter,
        title: now.title,
        fields,
      });
  }
  for (const was of before.objects)
    if (!matched.has(was.id))
      changes.push({
        kind: 'gone',
        object: was.id,
        was: null,
        objectKind: was.kind,
        chapter: was.chapter,
        title: was.title,
        fields: [],
      });
  return { changes, unchanged };
};

const AREAS = new Set<PlanObject['kind']>(['cluster', 'neighbour-group', 'water-area']);

const nearestArea = (
  now: PlanObject,
  candidates: readonly PlanObject[],
  taken: ReadonlySet<string>,
): PlanObject | null => {
  const own = new Set(now.mines);
  let best: PlanObject | null = null;
  let most = 0;
  for (const was of candidates) {
    if (was.kind !== now.kind || taken.has(was.id)) continue;
    const shared = was.mines.filter((mine) => own.has(mine)).length;
    if (shared > most && shared * 2 >= Math.max(own.size, was.mines.length)) {
      best = was;
      most = shared;
    }
  }
  return best;
};

type Said = ReadonlyMap<PlanField, Bilingual | null>;

/** What is said of an object, and where the plan puts it: whose mine was closed meanwhile is told of in another chapter, word for word. */
const placedBy = ({ objects, mines, outside = [] }: Compared): ((object: PlanObject) => Said) => {
  const titles = new Map(objects.map(({ id, title }) => [id, title]));
  const names = new Map([...mines, ...outside].map(({ id, name }) => [id, name]));
  return ({ title, chapter, parent, mines: own, fields }) =>
    new Map<PlanField, Bilingual | null>([
      ['title', title],
      ['chapter', CHAPTER_WORDS[chapter]],
      ['parent', parent === null ? NOWHERE : (titles.get(parent) ?? asWritten(parent))],
      [
        'mines',
        joined(
          own.map((mine) => names.get(mine) ?? asWritten(mine)),
          '、',
          ', ',
        ),
      ],
      ...fields.map(({ key, value }): [PlanField, Bilingual | null] => [key, value]),
    ]);
};

const NOWHERE: Bilingual = { zh: '章内单列', en: 'the chapter itself' };

const changedFields = (was: Said, now: Said): PlanChange['fields'] =>
  [...new Set([...was.keys(), ...now.keys()])].flatMap((key) => {
    const [before, after] = [was.get(key) ?? null, now.get(key) ?? null];
    return before?.zh === after?.zh && before?.en === after?.en ? [] : [{ key, before, after }];
  });
