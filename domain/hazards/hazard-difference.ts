import type { Elevation, Evidence, Hazard } from '../contracts/hazard.ts';
import { canonicalJson } from './ledger-chain.ts';

/** What of a hazard is written as one and compared as one, in the order of its card. Evidence is compared piece by piece. */
export const HAZARD_FIELDS = [
  'title',
  'category',
  'place',
  'elevation',
  'found',
  'state',
  'responsible',
  'measure',
  'funding',
  'deadline',
  'contingencyPlan',
  'target',
  'begun',
  'accepted',
] as const;
export type HazardField = (typeof HAZARD_FIELDS)[number];

export const EVIDENCE_FIELDS = [
  'method',
  'on',
  'author',
  'says',
  'finding',
  'place',
  'file',
  'replaces',
] as const satisfies readonly (keyof Evidence)[];
export type EvidenceField = (typeof EVIDENCE_FIELDS)[number];

export type HazardDifference =
  | { readonly kind: 'field'; readonly field: HazardField }
  | { readonly kind: 'evidence-added'; readonly id: string }
  | { readonly kind: 'evidence-removed'; readonly id: string }
  | { readonly kind: 'evidence-changed'; readonly id: string; readonly fields: readonly EvidenceField[] };

export const hazardField = <F extends HazardField>(hazard: Hazard, field: F): HazardFieldValues[F] => {
  const { title, category, place, elevation = null, found, state, fiveFixed, treatment } = hazard;
  return { title, category, place, elevation, found, state, ...fiveFixed, ...treatment }[field];
};
export type HazardFieldValues = Pick<Hazard, 'title' | 'category' | 'place' | 'found' | 'state'> & {
  readonly elevation: Elevation | null;
} & Hazard['fiveFixed'] &
  Hazard['treatment'];

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** What differs between two versions of a hazard; empty: nothing does. */
export const hazardDifference = (before: Hazard, after: Hazard): HazardDifference[] => {
  const was = new Map(before.evidence.map((one) => [one.id, one]));
  const is = new Map(after.evidence.map((one) => [one.id, one]));
  return [
    ...HAZARD_FIELDS.filter((field) => !same(hazardField(before, field), hazardField(after, field))).map(
      (field) => ({ kind: 'field', field }) as const,
    ),
    ...after.evidence.flatMap((one): HazardDifference[] => {
      const old = was.get(one.id);
      if (!old) return [{ kind: 'evidence-added', id: one.id }];
      const fields = EVIDENCE_FIELDS.filter((field) => !same(old[field], one[field]));
      return fields.length > 0 ? [{ kind: 'evidence-changed', id: one.id, fields }] : [];
    }),
    ...before.evidence
      .filter(({ id }) => !is.has(id))
      .map(({ id }) => ({ kind: 'evidence-removed', id }) as const),
  ];
};

/** The hazard with one field as another has it. */
export const withField = <F extends HazardField>(hazard: Hazard, field: F, from: Hazard): Hazard => {
  if (field in hazard.fiveFixed)
    return { ...hazard, fiveFixed: { ...hazard.fiveFixed, [field]: hazardField(from, field) } };
  if (field in hazard.treatment)
    return { ...hazard, treatment: { ...hazard.treatment, [field]: hazardField(from, field) } };
  return { ...hazard, [field]: hazardField(from, field) ?? undefined };
};
