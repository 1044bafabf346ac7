import {
  DUTY_KINDS,
  type DutyStateKind,
  type MineDutiesRow,
} from '../../../../domain/contracts/county-duties-view.ts';
import { worseFirst } from '../../../../domain/county-duties/duty-query.ts';

/** The duties of a mine by their place in the county's list: what is missed longest first, then what is due soonest, then the rest. */
export const dueOrder = ({ states }: Pick<MineDutiesRow, 'states'>): number[] =>
  states.map((_, i) => i).sort((a, b) => worseFirst(states[a]!, states[b]!) || a - b);

/** How many of each state there are; a state of none is left out. */
export const dueCounts = ({
  states,
}: Pick<MineDutiesRow, 'states'>): { readonly kind: DutyStateKind; readonly n: number }[] =>
  DUTY_KINDS.map((kind) => ({ kind, n: states.filter((state) => state.kind === kind).length })).filter(
    ({ n }) => n > 0,
  );
