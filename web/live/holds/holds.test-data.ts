import type { IncidentHold } from '../../../domain/contracts/live/incident-hold.ts';

export const testHold = (nth: number, over: Partial<IncidentHold> = {}): IncidentHold => ({
  id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
  from: 0,
  to: null,
  by: '王调度',
  reason: '透水调查',
  madeAt: nth,
  releasedAt: null,
  releasedBy: null,
  ...over,
});
