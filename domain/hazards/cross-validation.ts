import type { EvidenceMethod } from '../contracts/driving.ts';
import type { Evidence } from '../contracts/hazard.ts';
import { standingOfEvidence } from './replaced-evidence.ts';
import { hasLooked, isWitness, METHODS_THAT_PROVE } from './witness.ts';

/**
 * How well a hazard is known: the plans ask that geophysics, drilling and geochemistry confirm one another, and forbid
 * surveys on paper.
 */
export type Corroboration =
  /** Two independent witnesses say it is there, nobody says it is not. */
  | 'proven'
  /** Somebody says so, and nobody independent confirms it. */
  | 'inferred'
  /** One says it is there, another that it is not. */
  | 'contradicted'
  /** A witness says it is not there, nobody that it is. */
  | 'refuted'
  /** Nobody has looked whom others could check: at most papers speak of it, or what was found is unclear. */
  | 'unverified';

/** A piece that speaks and confirms nothing, and why. */
export type Unconfirming =
  /** It says neither where it was gathered nor in which file: nobody can go and look again. */
  | { readonly kind: 'unbound'; readonly id: string }
  /** A later piece of its method took it back and shows nothing else; or a paper or another method says it does. */
  | { readonly kind: 'withdrawn'; readonly id: string; readonly by: string }
  /** It lies in the file that another method's piece lies in, too: one file is one witness. */
  | { readonly kind: 'same-file'; readonly id: string; readonly as: string }
  /** The same person gathered it at the same point as another method's piece, and neither has a file: nobody can tell that they are two. */
  | { readonly kind: 'same-spot'; readonly id: string; readonly as: string };

/** From what must be looked at first to what need not; also the order of a legend. */
export const CORROBORATIONS = [
  'contradicted',
  'unverified',
  'inferred',
  'proven',
  'refuted',
] as const satisfies readonly Corroboration[];

export interface CrossValidation {
  readonly status: Corroboration;
  /** Methods that say it is there, that it is not, and that could not tell; in the order of METHODS_THAT_PROVE. */
  readonly present: readonly EvidenceMethod[];
  readonly absent: readonly EvidenceMethod[];
  readonly unclear: readonly EvidenceMethod[];
  /** Two independent witnesses say the same, and nobody says the contrary. */
  readonly isConfirmed: boolean;
  readonly unconfirming: readonly Unconfirming[];
}

const NO_METHODS: readonly EvidenceMethod[] = [];

const METRES_A_DEGREE = 111_320;
/** Metres within which two points are one: a hole and what is said of it. */
const ONE_SPOT = 1;

/** One person's word of one spot, twice, and nothing handed in: only its method's name is another. */
const areOneWord = (a: Evidence, b: Evidence): boolean => {
  if (a.file !== null || b.file !== null || a.author !== b.author) return false;
  if (a.place?.kind !== 'point' || b.place?.kind !== 'point') return false;
  const [[x, y], [toX, toY]] = [a.place.at, b.place.at];
  const narrow = Math.cos((y * Math.PI) / 180);
  return Math.hypot((toX - x) * narrow, toY - y) * METRES_A_DEGREE <= ONE_SPOT;
};

const areIndependent = (a: Evidence, b: Evidence): boolean =>
  a.method !== b.method && (a.file === null || a.file !== b.file) && !areOneWord(a, b);

const unconfirmingOf = (
  looked: readonly Evidence[],
  withdrawn: ReadonlyMap<string, string>,
): Unconfirming[] => {
  const told: Unconfirming[] = [];
  for (const [i, piece] of looked.entries()) {
    const { id, file, place, says } = piece;
    const by = withdrawn.get(id);
    if (by !== undefined) told.push({ kind: 'withdrawn', id, by });
    else if (file === null && place === null) told.push({ kind: 'unbound', id });
    else {
      const same = looked.find(
        (one, k) => k < i && one.says === says && one.method !== piece.method && !areIndependent(one, piece),
      );
      if (same) told.push({ kind: file === null ? 'same-spot' : 'same-file', id, as: same.id });
    }
  }
  return told;
};

/**
 * What the evidence amounts to. Evidence that later evidence says it replaces no longer counts; two results of one method
 * that disagree, without one replacing the other, contradict each other like those of two. Every piece that looked speaks; only
 * witnesses confirm one another, where their methods and their files differ.
 */
export const crossValidation = (evidence: readonly Evidence[]): CrossValidation => {
  const { standing, withdrawn } = standingOfEvidence(evidence);
  const looked = standing.filter(hasLooked);
  // A ledger of fifty thousand hazards is judged before its first page: nothing is looked for that the methods rule out.
  const bits = { present: 0, absent: 0, unclear: 0 };
  for (const { says, method } of looked)
    bits[says] |= 1 << (METHODS_THAT_PROVE as readonly EvidenceMethod[]).indexOf(method);
  const saying = (says: Evidence['says']): readonly EvidenceMethod[] =>
    bits[says] === 0 ? NO_METHODS : METHODS_THAT_PROVE.filter((_, i) => (bits[says] & (1 << i)) !== 0);
  const confirmed = (says: Evidence['says']): boolean => {
    if ((bits[says] & (bits[says] - 1)) === 0) return false;
    const witnesses = looked.filter((one) => one.says === says && isWitness(one));
    return witnesses.some((a, i) => witnesses.slice(i + 1).some((b) => areIndependent(a, b)));
  };
  const [present, absent, unclear] = [saying('present'), saying('absent'), saying('unclear')];
  const unconfirming = unconfirmingOf(looked, withdrawn);
  const result = (status: Corroboration, isConfirmed: boolean): CrossValidation => ({
    ...{ status, present, absent, unclear, isConfirmed, unconfirming },
  });
  if (present.length > 0 && absent.length > 0) return result('contradicted', false);
  if (present.length > 0) return confirmed('present') ? result('proven', true) : result('inferred', false);
  // "It is not there" by somebody whom nobody can check rules nothing out.
  const isRefuted = bits.absent !== 0 && looked.some((one) => one.says === 'absent' && isWitness(one));
  return isRefuted ? result('refuted', confirmed('absent')) : result('unverified', false);
};

/** Two independent witnesses say that it is not there. */
export const isRuledOut = ({ status, isConfirmed }: CrossValidation): boolean =>
  status === 'refuted' && isConfirmed;
