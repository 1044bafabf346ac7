import type { XY } from '../../../domain/drawing/drawing.ts';
import type { DrawnPerson, PeopleMoment } from '../../../domain/drawing/people-layers.ts';
import type { LiveState } from '../../live/live-store.ts';
import { momentText } from '../../live/moment-text.ts';
import { peopleRows } from '../../live/people/people-rows.ts';

/** Where a place of the mine (ENU metres) lies on a drawing; null: not on it. */
export type PlaceOnDrawing = (east: number, north: number, up: number) => XY | null;

type Shown = Pick<LiveState, 'frame' | 'roster' | 'spots' | 'known' | 'now' | 'lostSince' | 'setup'>;

/** Everyone who is on a drawing at the moment that is shown. */
export const peopleMoment = (live: Shown, place: PlaceOnDrawing): PeopleMoment => {
  const { frame, setup, now, lostSince } = live;
  if (!frame || !live.known.picture) return { people: [], time: null, stoppedFor: null, placeless: 0 };
  const rows = peopleRows(frame, live.roster, live.spots).filter(({ kind }) => kind === 'person');
  const people = rows.flatMap((row): DrawnPerson[] => {
    const { presence, at: index } = row;
    if (presence === 'unknown' || index < 0) return [];
    const [east, north, up] = [0, 1, 2].map((k) => frame.entities.position[index * 3 + k]! / 100);
    const at = place(east!, north!, up!);
    return at
      ? [
          {
            at,
            presence,
            name: row.name ?? row.tag,
            age: row.age ?? 0,
            sos: row.sos,
            heightGuessed: row.heightGuessed,
          },
        ]
      : [];
  });
  return {
    people,
    time: momentText(frame.time, setup?.timeZone ?? '+00:00') + (setup ? '' : ' UTC'),
    stoppedFor: lostSince === null || now === null ? null : Math.max(0, Math.round((now - lostSince) / 1000)),
    placeless: rows.filter(({ presence }) => presence === 'unknown').length,
  };
};
