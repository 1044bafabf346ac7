import { useEffect, useState } from 'react';
import type { MineSize } from '../../../../domain/contracts/manifest.ts';
import { mineRegisterSchema } from '../../../../domain/contracts/mine-register.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';

const NOT_KNOWN = { size: null } as const;

/**
 * The size its county registered of a mine; `size` null: nobody did, or it cannot be read; null: it has not come yet.
 * @param mine null: there are no rules, so nobody asks
 */
export const useMineSize = (mine: string | null): { readonly size: MineSize | null } | null => {
  const [found, setFound] = useState<{ mine: string; size: MineSize | null } | null>(null);
  useEffect(() => {
    if (mine === null) return;
    const stop = new AbortController();
    fetchJson(`/api/mines/${encodeURIComponent(mine)}/register`, mineRegisterSchema, {
      signal: stop.signal,
    }).then(
      (answer) => setFound({ mine, size: answer.ok ? (answer.value.entry?.size ?? null) : null }),
      () => {}, // only an abort rejects: another mine is open
    );
    return () => stop.abort();
  }, [mine]);
  if (mine === null) return NOT_KNOWN;
  return found?.mine === mine ? found : null;
};
