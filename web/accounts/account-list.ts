import type { z } from 'zod';
import {
  accountListSchema,
  type EditAccount,
  type ListedAccount,
  listedAccountSchema,
  madeAccountSchema,
  type NewAccount,
  type OneTimeLink,
  oneTimeLinkSchema,
} from '../../domain/contracts/session.ts';
import { type Fetched, fetchJson } from '../shell/fetch-json.ts';
import { order } from './session-store.ts';

const BASE = '/api/accounts';
const one = (id: string): string => `${BASE}/${encodeURIComponent(id)}`;

/** The gateway's routes for managing accounts. Nothing here throws but an abort. */
export const accountRoutes = {
  list: (signal?: AbortSignal): Promise<Fetched<z.output<typeof accountListSchema>>> =>
    fetchJson(BASE, accountListSchema, signal ? { signal } : {}),
  create: (wanted: NewAccount): Promise<Fetched<z.output<typeof madeAccountSchema>>> =>
    order('POST', BASE, wanted, madeAccountSchema),
  edit: (id: string, change: EditAccount): Promise<Fetched<ListedAccount>> =>
    order('PUT', one(id), change, listedAccountSchema),
  link: (id: string): Promise<Fetched<OneTimeLink>> =>
    order('POST', `${one(id)}/one-time-link`, null, oneTimeLinkSchema),
};
