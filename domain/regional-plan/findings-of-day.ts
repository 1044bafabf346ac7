import type { CountyFeature } from '../contracts/county.ts';
import type { NeighbourFinding, NeighbourProof } from '../contracts/neighbours.ts';
import { judgedByProof } from '../neighbours/reach-of-mine.ts';

/** A finding that rests, for some of its mines, on a thing of another day: what lies second nearest was never looked for. */
export interface UntoldFinding {
  readonly finding: NeighbourFinding;
  /** Of which it cannot be told. */
  readonly mines: readonly string[];
}

export interface FindingsOfDay {
  readonly findings: readonly NeighbourFinding[];
  readonly untold: readonly UntoldFinding[];
}

type Ref = NeighbourProof['here'];

/** Kinds that a path of water is near to. */
const HOLLOWS: ReadonlySet<CountyFeature['kind']> = new Set(['working', 'goaf', 'closed-shaft']);

export const isSharedFinding = ({ check }: Pick<NeighbourFinding, 'check'>): boolean =>
  check === 'shared-water-path' || check === 'shared-orebody';

/** Whether what is left of a shared thing's proofs still says that two mines share it. */
const judgedBy = (
  finding: NeighbourFinding,
  proofs: readonly NeighbourProof[],
): Pick<NeighbourFinding, 'answer' | 'certain'> => {
  const judged = proofs.map((proof) => judgedByProof(finding, proof));
  const found = judged.filter(({ answer }) => answer === 'found');
  return {
    answer: found.length > 1 ? 'found' : 'unknown',
    certain: found.filter(({ certain }) => certain).length > 1,
  };
};

/**
 * The findings of a day. What rests on a thing that is not there on the day is left out: of a shared thing only the mines that do not
 * reach it then. Findings name the nearest things alone: where another may have taken the place of the absent one, it is not told.
 * @param isThere on the day
 */
export const findingsOfDay = (
  findings: readonly NeighbourFinding[],
  features: readonly CountyFeature[],
  isThere: (feature: CountyFeature) => boolean,
): FindingsOfDay => {
  const ofDay = features.filter(isThere);
  const keyOf = (mine: string, feature: string): string => `${mine}\n${feature}`;
  const absent = new Map(
    features.filter((one) => !isThere(one)).map((one) => [keyOf(one.mine, one.id), one]),
  );
  const goneOf = ({ mine, feature }: Ref): CountyFeature | undefined => absent.get(keyOf(mine, feature));
  const mayTakeItsPlace = (ref: Ref, gone: CountyFeature, isShared: boolean): boolean =>
    ofDay.some(
      ({ mine, kind }) => mine === ref.mine && (kind === gone.kind || (isShared && HOLLOWS.has(kind))),
    );
  const isPartLeft = ({ partOf }: CountyFeature): boolean =>
    partOf !== null && ofDay.some((one) => one.partOf === partOf);
  const kept: NeighbourFinding[] = [];
  const untold: UntoldFinding[] = [];
  for (const finding of findings) {
    const isShared = isSharedFinding(finding);
    const lost = finding.proofs.filter(({ here, there }) => goneOf(here) || goneOf(there));
    if (lost.length === 0) {
      kept.push(finding);
      continue;
    }
    const proofs = finding.proofs.filter((proof) => !lost.includes(proof));
    const mines = [...new Set(proofs.map(({ there }) => there.mine))].toSorted();
    if (isShared && mines.length >= 2) kept.push({ ...finding, ...judgedBy(finding, proofs), mines, proofs });
    const open = lost.filter(({ here, there }) => {
      const [thing, other] = [goneOf(here), goneOf(there)];
      // The `here` of a shared thing is the thing itself.
      if (thing && !(isShared ? isPartLeft(thing) : mayTakeItsPlace(here, thing, false))) return false;
      return !other || mayTakeItsPlace(there, other, isShared);
    });
    if (open.length > 0)
      untold.push({
        finding,
        mines: isShared ? [...new Set(open.map(({ there }) => there.mine))].toSorted() : finding.mines,
      });
  }
  return { findings: kept, untold };
};
