import { RECORDED_KINDS, type RecordedKind } from '../../domain/contracts/hazard-source.ts';
import type { NeighbourKind } from '../../domain/contracts/neighbours.ts';
import type { GeologicalBody } from '../../domain/geology/geological-model.ts';
import type { MineBundle } from './mine-bundle.ts';

/** What of a heading's obstacles neighbours look at. */
export const KIND_OF: Partial<Readonly<Record<RecordedKind, NeighbourKind>>> = {
  goaf: 'goaf',
  'old-working': 'goaf',
  fault: 'fault',
  aquifer: 'aquifer',
  'closed-shaft': 'closed-shaft',
};
export const ORE_BODIES: ReadonlySet<GeologicalBody['kind']> = new Set(['ore', 'lens']);

/** Sources of mine.yaml whose rows become roadways, shafts and stopes. */
const WORKING_SOURCES = ['roadways', 'shafts', 'solids'];
const ORE_SOURCES = ['solids'];

/**
 * Kinds of which a 3D bundle holds all: every file they may stand in was read whole, or the mine states to have none of what
 * makes them. Of any other kind nothing may be denied.
 */
export const recordedOfBundle = ({
  catalog: { sources },
  bodies,
  driving,
  network,
}: {
  readonly catalog: Pick<MineBundle['catalog'], 'sources'>;
  readonly bodies: readonly Pick<GeologicalBody, 'kind' | 'layerId' | 'featureId'>[];
  readonly driving: Pick<NonNullable<MineBundle['driving']>, 'recorded' | 'obstacles'> | null;
  readonly network: MineBundle['network'];
}): NeighbourKind[] => {
  const said = new Set(driving?.recorded ?? []);
  const recorded = new Set<NeighbourKind>();
  for (const kind of Object.values(KIND_OF))
    if (RECORDED_KINDS.every((each) => KIND_OF[each] !== kind || said.has(each))) recorded.add(kind);
  if (said.has('mining-right')) recorded.add('right');
  const areReadWhole = (kinds: readonly string[]): boolean =>
    sources.every(({ kind, rowsRejected }) => !kinds.includes(kind) || rowsRejected === 0);
  if (network && areReadWhole(WORKING_SOURCES)) recorded.add('working');
  if (areReadWhole(ORE_SOURCES) && bodies.some(({ kind }) => ORE_BODIES.has(kind))) recorded.add('orebody');
  // An obstacle without its body is known of, and nobody knows where it is.
  const drawn = new Set(bodies.map(({ layerId, featureId }) => `${layerId}\n${featureId}`));
  for (const { kind, body } of driving?.obstacles ?? []) {
    const lost = KIND_OF[kind];
    if (lost && body.type === 'mesh' && !drawn.has(`${body.layer}\n${body.feature}`)) recorded.delete(lost);
  }
  return [...recorded];
};
