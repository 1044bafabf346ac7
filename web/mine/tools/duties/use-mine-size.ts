import { useEffect, useState } from 'react';
import type { MineSize } from '../../../../domain/contracts/manifest.ts';
import { mineRegisterSchema } from '../../../../domain/contracts/mine-register.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';

/** The size its county registered of a mine; `size` null: nobody did, or it cannot be read; null: it has not come yet. */
export const useMineSize = (mine: string): { readonly size: MineSize | null } | null => {
  const [found, setFound] = useState<{ mine: string; size: MineSize | null } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetchJson(`/api/mines/${encodeURIComponent(mine)}/register`, mineRegisterSchema, {
      signal: stop.signal,
    }).then(
      (answer) => setFound({ mine, size: answer.ok ? (answer.value.entry?.size ?? null) : null }),
      () => {}, // only an abort rejects: another mine is open
    );
    return () => stop.abort();
  }, [mine]);
  return found?.mine === mine ? found : null;
};
