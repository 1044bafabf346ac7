import type { Bilingual } from '../contracts/bilingual.ts';
import { type Metres, metres } from '../units/quantities.ts';
import type { BoreholeLog } from './borehole-log.ts';

/** A boundary that a log shows, or would show if it said more. Depths run along the hole. */
export interface LogContact {
  /** What it is the boundary of: contacts with the same key are alike. */
  readonly key: string;
  readonly name: Bilingual;
  readonly depth: Metres;
  /** Where the doubt about its depth ends; null: it was logged. */
  readonly to: Metres | null;
  /** `contact`: met. `absent`: the unit is missing, its base is its top. `deeper`: the log ends before it. */
  readonly kind: 'contact' | 'absent' | 'deeper';
}

/** A boundary and not a gap: depths are written to the centimetre. */
const TOUCHING = 0.02;

type Log = Pick<BoreholeLog, 'intervals' | 'bases'>;

/**
 * The contacts of a log from the top down: the bases of the stratigraphic column where the mine has one, else where the logged rock
 * changes. Between two rocks with an unlogged stretch between them the contact lies somewhere in it.
 * @param units names of the column's units by id
 */
export const contactsOfLog = (log: Log, units: ReadonlyMap<string, Bilingual> = new Map()): LogContact[] =>
  log.bases ? unitBases(log.bases, units) : rockChanges(log);

const unitBases = (
  bases: NonNullable<BoreholeLog['bases']>,
  units: ReadonlyMap<string, Bilingual>,
): LogContact[] =>
  bases.map(({ unit, kind, depth, to, absent }): LogContact => {
    const name = units.get(unit) ?? { zh: unit, en: unit };
    return {
      key: unit,
      name: { zh: `${name.zh}底界`, en: `base of ${name.en}` },
      depth,
      to: kind === 'ambiguous' ? to : null,
      kind: kind === 'deeper' ? 'deeper' : absent ? 'absent' : 'contact',
    };
  });

const rockChanges = ({ intervals }: Pick<Log, 'intervals'>): LogContact[] => {
  const found: LogContact[] = [];
  const logged = intervals.filter((one) => one.logged);
  for (const [i, below] of logged.entries()) {
    const above = logged[i - 1];
    if (!above || above.rockKey === below.rockKey) continue;
    const doubt = below.from - above.to > TOUCHING;
    found.push({
      key: `${above.rockKey}|${below.rockKey}`,
      name: { zh: `${above.rock.zh}／${below.rock.zh}`, en: `${above.rock.en} / ${below.rock.en}` },
      // Where two rows overlap, both rocks begin to be claimed at the upper depth.
      depth: metres(Math.min(above.to, below.from)),
      to: doubt ? below.from : null,
      kind: 'contact',
    });
  }
  return found;
};
