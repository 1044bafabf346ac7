import { useEffect, useState } from 'react';
import { z } from 'zod';
import {
  countyCatalogSchema,
  type RegisterMine,
  registerMineSchema,
} from '../../../../domain/contracts/county.ts';
import { countyListSchema } from '../../../../domain/contracts/county-list.ts';
import { fetchJson } from '../../../shell/fetch-json.ts';

const registerSchema = z.array(registerMineSchema);

/** The register of the county that lists a mine; null: none does, it is not known yet, or the reader sees no county. */
export const useMineRegister = (mine: string, wanted: boolean): readonly RegisterMine[] | null => {
  const [register, setRegister] = useState<readonly RegisterMine[] | null>(null);
  useEffect(() => {
    if (!wanted) return;
    const stop = new AbortController();
    const { signal } = stop;
    const find = async (): Promise<void> => {
      const list = await fetchJson('/api/counties', countyListSchema, { signal });
      for (const { catalog } of list.ok ? list.value : []) {
        const opened = await fetchJson(catalog, countyCatalogSchema, { signal });
        if (!opened.ok) continue;
        const url = new URL(opened.value.files.mines, new URL(catalog, window.location.href)).pathname;
        const mines = await fetchJson(url, registerSchema, { signal });
        if (mines.ok && mines.value.some(({ id }) => id === mine)) {
          setRegister(mines.value);
          return;
        }
      }
    };
    find().catch(() => {}); // only an abort rejects: another screen is open
    return () => stop.abort();
  }, [mine, wanted]);
  return register;
};
