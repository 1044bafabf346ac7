import type { CountyLive, PeopleBelow } from '../../domain/contracts/county-live.ts';
import type { Alarm } from '../../domain/contracts/live/alarm.ts';
import { higherWarning, type Warning } from '../../domain/county/warning-now.ts';
import type { MineSide } from '../live/mine-side.ts';

/** What the county asks of a mine's live side. */
export interface LiveMineNow {
  readonly synthetic: boolean;
  peopleBelow(): PeopleBelow;
  readonly alarmRevision: number;
  /** null: what stood before the gateway started is not read yet. */
  alarms(): readonly Alarm[] | null;
}

export const liveMineNow = ({ picture, alarms, feed }: MineSide): LiveMineNow => ({
  get synthetic() {
    return picture.synthetic;
  },
  peopleBelow: picture.peopleBelow,
  get alarmRevision() {
    return feed.alarmRevision;
  },
  alarms: () => (alarms.health().loaded ? alarms.queue() : null),
});

/** What stands of a mine's alarms. */
export interface Standing {
  readonly standing: number;
  readonly unanswered: number;
  readonly sos: number;
  readonly warning: Warning;
}

/** An alarm that cleared and waits for its answer warns of nothing any more. */
export const standingOf = (alarms: readonly Alarm[]): Standing => {
  const now = alarms.filter(({ clearedAt }) => clearedAt === null);
  return {
    standing: now.length,
    unanswered: now.filter(({ acknowledged }) => acknowledged === null).length,
    sos: now.filter(({ urgency }) => urgency === 'sos').length,
    warning: now.reduce<Warning>((highest, { warning }) => higherWarning(highest, warning), null),
  };
};

/** The highest warning that stands in each mine's alarms, by the mine; one that has none, or that is not known, is not in it. */
export const warningsOf = ({ id, warning }: CountyLive['mines']): Readonly<Record<string, Warning>> =>
  Object.fromEntries(id.map((mine, i) => [mine, warning[i] ?? null]));

export type LiveCounts = (mines: readonly { readonly id: string }[]) => CountyLive['mines'];

/** Columns of every mine that has a live side; alarms are looked through only where one changed. */
export const createLiveCounts = (liveOf: (mine: string) => LiveMineNow | null): LiveCounts => {
  const known = new WeakMap<LiveMineNow, { readonly revision: number; readonly standing: Standing }>();
  const standing = (mine: LiveMineNow): Standing | null => {
    const last = known.get(mine);
    const revision = mine.alarmRevision;
    if (last?.revision === revision) return last.standing;
    const alarms = mine.alarms();
    if (alarms === null) return null;
    const made = standingOf(alarms);
    known.set(mine, { revision, standing: made });
    return made;
  };
  return (mines) => {
    const columns: CountyLive['mines'] = {
      ...{ id: [], fresh: [], stale: [], lost: [], unplaced: [], neverHeard: [] },
      ...{ standing: [], unanswered: [], sos: [], warning: [], synthetic: [] },
    };
    for (const { id } of mines) {
      const mine = liveOf(id);
      if (mine === null) continue;
      const { fresh, stale, lost, unplaced, neverHeard } = mine.peopleBelow();
      const now = standing(mine);
      columns.id.push(id);
      columns.fresh.push(fresh);
      columns.stale.push(stale);
      columns.lost.push(lost);
      columns.unplaced.push(unplaced);
      columns.neverHeard.push(neverHeard);
      columns.standing.push(now?.standing ?? null);
      columns.unanswered.push(now?.unanswered ?? null);
      columns.sos.push(now?.sos ?? null);
      columns.warning.push(now?.warning ?? null);
      columns.synthetic.push(mine.synthetic);
    }
    return columns;
  };
};
