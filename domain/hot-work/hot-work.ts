import type { HotWork, HotWorkClass, HotWorkReason } from '../contracts/hot-work.ts';
import type { LayoutRule } from '../contracts/live/rule-book.ts';
import type { Vec3 } from '../geometry/bounds.ts';
import { stretchesWithin } from './near-point.ts';

export interface HotWorkInput {
  /** Of the county: check `hot-work-distance`. The classes of places are those of the same clause. */
  readonly rule: LayoutRule;
  readonly collars: readonly { readonly id: string; readonly at: Vec3 }[];
  readonly edges: readonly {
    readonly id: string;
    readonly roadway: string;
    readonly type: string;
    readonly line: readonly Vec3[];
  }[];
  readonly places: readonly {
    readonly id: string;
    readonly type: string;
    readonly at: Vec3;
    readonly isUnderground: boolean;
  }[];
  /** Ids of the roadways that are main intake airways; null: nobody has said which. */
  readonly mainIntakes: ReadonlySet<string> | null;
}

interface Judged {
  readonly class: HotWorkClass | null;
  readonly reason: HotWorkReason;
}

const CLASS_OF: Readonly<Record<HotWorkReason, HotWorkClass | null>> = {
  'near-collar': 'I',
  'in-shaft': 'I',
  'main-intake': 'I',
  'electromechanical-chamber': 'I',
  'shaft-station': 'I',
  yard: 'I',
  flammable: 'I',
  'main-intakes-unknown': null,
  'chamber-unknown': null,
  'surface-flammable': 'II',
  underground: 'II',
  elsewhere: 'III',
};

/** Words of surveys for what the clause names, as parts of a type; the first that fits counts. */
const WORDS: readonly (readonly [RegExp, HotWorkReason])[] = [
  [/马头门|shaft.?station|ingate/i, 'shaft-station'],
  [/车场|\byard/i, 'yard'],
  [/炸药|油库|易燃|易爆|加油|explosive|magazine|fuel|flammable/i, 'flammable'],
  [
    /机电硐室|水泵房|泵房|变电|配电|绞车|提升机房|压风机房|电机|pump.?room|substation|hoist.?(room|chamber)|electromechanical/i,
    'electromechanical-chamber',
  ],
  [/硐室|chamber/i, 'chamber-unknown'],
  [/主要进风|main.?intake/i, 'main-intake'],
  [/井筒|竖井|立井|斜井|^(副|主|风)井$|\bshaft\b|incline/i, 'in-shaft'],
];

const reasonOfType = (type: string): HotWorkReason | null =>
  WORDS.find(([word]) => word.test(type))?.[1] ?? null;

const judge = (reason: HotWorkReason): Judged => ({ class: CLASS_OF[reason], reason });

/**
 * Classes of hot work from the geometry of a mine (动火分级, JN矿 12(1)): class I within the rule's distance of a collar, in
 * shafts, main intakes, electromechanical chambers, shaft stations, yards and flammable places underground; class II the rest
 * underground and flammable places above; class III elsewhere. What may be class I and is not known has no class.
 */
export function hotWork({ rule, collars, edges, places, mainIntakes }: HotWorkInput): HotWork {
  const { id, jurisdiction, clause, status, value } = rule;
  const ofUnderground = (type: string, roadway: string | null): Judged => {
    const named = reasonOfType(type);
    if (named && CLASS_OF[named] === 'I') return judge(named);
    if (roadway !== null && mainIntakes?.has(roadway)) return judge('main-intake');
    if (named) return judge(named);
    // A place is a spot in a roadway, and the roadway has its own class.
    return judge(roadway !== null && mainIntakes === null ? 'main-intakes-unknown' : 'underground');
  };
  const nearCollar = (at: Vec3): boolean =>
    collars.some((collar) => Math.hypot(...collar.at.map((v, k) => v - at[k]!)) <= value);
  return {
    format: 'hyalite-hot-work/1',
    rule: { id, jurisdiction, clause, status },
    circles: collars.map((collar) => ({
      collar: collar.id,
      at: [...collar.at],
      radius: value,
      ...judge('near-collar'),
    })),
    stretches: edges.flatMap((edge) =>
      stretchesWithin(
        edge.line,
        collars.map(({ at }) => at),
        value,
      ).map(({ from, to, near }) => ({
        edge: edge.id,
        from,
        to,
        ...(near ? judge('near-collar') : ofUnderground(edge.type, edge.roadway)),
      })),
    ),
    places: places.map((place) => {
      if (nearCollar(place.at)) return { place: place.id, ...judge('near-collar') };
      if (place.isUnderground) return { place: place.id, ...ofUnderground(place.type, null) };
      const flammable = reasonOfType(place.type) === 'flammable';
      return { place: place.id, ...judge(flammable ? 'surface-flammable' : 'elsewhere') };
    }),
  };
}
