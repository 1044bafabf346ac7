import { ENTITY_STATE } from '../contracts/live/entity.ts';
import type { Judgement, RuleFinding } from './finding.ts';
import type { SosCall } from './mine-situation.ts';
import { type MineWatch, rememberedOf } from './mine-watch.ts';
import { isFresh, type Remembered } from './people-watch.ts';
import { personFinding } from './person-finding.ts';

/** Ages of pictures are in whole seconds: a position may be older by that than it looks. */
const AGE_STEP_MS = 1000;

const callFinding = (
  { situation }: MineWatch,
  tag: string,
  { enu, spot: row }: SosCall,
  handle: number | undefined,
): RuleFinding => {
  const spot = situation.spots[row];
  return {
    subject: { type: 'entity', id: tag, name: situation.roster.get(handle ?? -1)?.name ?? null },
    scope: null,
    place: spot && spot.kind !== 'unknown' ? spot.name : null,
    enu,
    judged: null,
    since: null,
  };
};

/**
 * The emergency button. A press is found once at least, however short it was and however late word of it comes, and holds
 * through silence: only the tag itself, heard now, after the press, and calling no more, denies it. Remembers who called
 * last when, so one of these is made for the life of a mine.
 */
export const createSos = (): ((watch: MineWatch) => Judgement) => {
  /** Tag → ms; only until it is heard quiet. */
  const calledAt = new Map<string, number>();
  return (watch) => {
    const { entities, calls } = watch.situation;
    const isCalling = ({ row }: Remembered): boolean => (entities.state[row]! & ENTITY_STATE.SOS) !== 0;
    const findings: RuleFinding[] = [];
    const found = new Set<string>();
    for (const person of watch.people.rows) {
      if (!isCalling(person)) continue;
      const finding = personFinding(watch, person);
      if (!finding) continue;
      const { id } = finding.subject;
      found.add(id);
      findings.push({ ...finding, since: calls.get(id)?.first ?? null });
    }
    for (const [tag, call] of calls) {
      calledAt.set(tag, Math.max(call.at, calledAt.get(tag) ?? 0));
      if (found.has(tag)) continue;
      findings.push({ ...callFinding(watch, tag, call, watch.handleOf(tag)), since: call.first });
    }
    const isQuiet = (tag: string): boolean => {
      const person = rememberedOf(watch, tag);
      if (!person || !isFresh(person) || isCalling(person)) return false;
      return person.heardAt - AGE_STEP_MS > (calledAt.get(tag) ?? Number.NEGATIVE_INFINITY);
    };
    for (const tag of calledAt.keys()) if (!calls.has(tag) && isQuiet(tag)) calledAt.delete(tag);
    return { findings, denies: isQuiet };
  };
};
