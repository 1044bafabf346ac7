import type { MajorSign } from '../../../domain/contracts/major-signs.ts';
import type { SceneMajor } from '../../engines/county-view.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import { type UnknownHeights, unknownOf } from './scene-hazards.ts';

/** The major hazards a map shows in depth, each at the heights of the place it is given; one without a place is in the legend's list. */
export const sceneMajors = (
  majors: readonly MajorSign[],
  o: {
    /** null: of all mines. */
    readonly kept: ReadonlySet<string> | null;
    readonly shown: (source: MajorSign['source']) => boolean;
    readonly unknown: UnknownHeights;
    readonly pick: RegionPick | null;
  },
): SceneMajor[] =>
  majors.flatMap(({ id, mine, title, source, state, at, top, bottom, atHidden }) =>
    at === null || !o.shown(source) || !(o.kept?.has(mine) ?? true)
      ? []
      : [
          {
            thing: { pick: { kind: 'major', id }, name: title },
            isPicked: o.pick?.kind === 'major' && o.pick.id === id,
            isConfirmed: state !== 'reported',
            ...{
              source,
              at,
              top,
              bottom,
              isBeside: atHidden,
              unknown: unknownOf({ top, bottom }, o.unknown),
            },
          },
        ],
  );
