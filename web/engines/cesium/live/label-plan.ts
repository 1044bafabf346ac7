import type { EntityRows } from './entity-rows.ts';
import { isUrgent } from './entity-rows.ts';
import { type EntitySight, nothingSeen, projector } from './entity-sight.ts';
import { chooseLabelled, type Labelled } from './label-choice.ts';
import type { LabelLayer, LabelText } from './label-layer.ts';
import { type LabelSide, placeLabels } from './label-placement.ts';

export interface LabelPicture {
  readonly sight: EntitySight;
  readonly entities: EntityRows;
  readonly devices: EntityRows;
  readonly share: number;
  /** Row −1: none. */
  readonly selected: Labelled;
  readonly hovered: Labelled;
  textOf(item: Labelled): string | null;
}

/** Which labels are shown and where; chosen anew a few times a second at most, moved with every picture. */
export interface LabelPlan {
  /** Something changed that may ask for other labels; the choice may wait, ms, so that it does not burden this picture. */
  stir(now: number, delay: number): void;
  /** A choice is due that no picture has shown yet. @param now ms */
  waiting(now: number): boolean;
  show(now: number, picture: LabelPicture): void;
}

const MOST_LABELS = 100;
/** ms between two choices: looking through 100 000 things takes a few. */
const CHOICE_PAUSE_MS = 400;

interface Chosen extends Labelled {
  readonly text: string;
  readonly tone: LabelText['tone'];
  side: LabelSide | null;
}

export function createLabelPlan(layer: LabelLayer): LabelPlan {
  let chosen: Chosen[] = [];
  let chosenAt = Number.NEGATIVE_INFINITY;
  /** When the next choice is due; infinite: nothing has changed. */
  let due = Number.NEGATIVE_INFINITY;
  let pose: unknown = null;
  const seen = nothingSeen();

  const choose = (picture: LabelPicture): void => {
    const { sight, entities, devices, share, selected, hovered } = picture;
    const first = [selected, hovered].filter(({ row }) => row >= 0);
    const sides = new Map(chosen.map(({ rows, row, side }) => [`${rows} ${row}`, side]));
    chosen = chooseLabelled(sight, entities, devices, share, first, MOST_LABELS).flatMap((item) => {
      const text = picture.textOf(item);
      if (text === null || text === '') return [];
      const rows = item.rows === 'entities' ? entities : devices;
      const isSelected = item.rows === selected.rows && item.row === selected.row;
      const tone = isUrgent(rows.state[item.row]!) ? 'urgent' : isSelected ? 'selected' : 'plain';
      return [{ ...item, text, tone, side: sides.get(`${item.rows} ${item.row}`) ?? null } as const];
    });
  };

  return {
    stir(now, delay) {
      due = Math.min(due, Math.max(now + delay, delay > 0 ? chosenAt + CHOICE_PAUSE_MS : now));
    },
    waiting: (now) => now >= due,
    show(now, picture) {
      const { sight } = picture;
      if (sight.pose !== pose) due = Math.min(due, chosenAt + CHOICE_PAUSE_MS);
      pose = sight.pose;
      if (now >= due) {
        choose(picture);
        chosenAt = now;
        due = Number.POSITIVE_INFINITY;
      }
      const project = projector(sight);
      const standing = chosen.flatMap((item) => {
        const rows = item.rows === 'entities' ? picture.entities : picture.devices;
        if (item.row >= rows.count || !project(rows, item.row, picture.share, seen)) return [];
        return [
          {
            item,
            x: seen.x,
            y: seen.y,
            radius: seen.radius,
            halfWidth: seen.halfWidth,
            ...layer.sizeOf(item.text),
          },
        ];
      });
      const places = placeLabels(
        standing.map((wish) => ({ ...wish, side: wish.item.side })),
        sight,
      );
      layer.show(
        standing.flatMap(({ item }, i) => {
          const place = places[i];
          item.side = place?.side ?? null;
          return place ? [{ label: item, place }] : [];
        }),
      );
    },
  };
}
