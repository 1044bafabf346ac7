import type { Selectable } from 'kysely';
import type { Account } from '../../domain/contracts/account.ts';
import type { Schema } from '../live/store/schema.ts';

export type AccountRow = Selectable<Schema['account']>;

export const accountOf = ({ id, name, role, county, mines, is_demo }: AccountRow): Account => ({
  id,
  name,
  role,
  county,
  mines,
  isDemo: is_demo,
});
