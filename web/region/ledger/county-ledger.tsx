import { useEffect, useMemo, useState } from 'react';
import { z } from 'zod';
import { type RegisterMine, registerMineSchema } from '../../../domain/contracts/county.ts';
import { LedgerContext, type LedgerSurroundings } from '../../ledger/ledger-context.ts';
import { LedgerPanel } from '../../ledger/ledger-panel.tsx';
import { fetchJson } from '../../shell/fetch-json.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { type OpenCounty, useOpenCounty } from '../county-store.ts';

const registerSchema = z.array(registerMineSchema);

/** The ledger of every mine of the open county. */
export default function CountyLedger() {
  const language = useLanguage();
  const county = useOpenCounty();
  const mines = useRegister(county);
  const surroundings = useMemo((): LedgerSurroundings => {
    const names = new Map(mines.map(({ id, name }) => [id, name[language]]));
    return {
      scope: { of: 'county', id: county.catalog.county },
      room: 'screen',
      nameOfMine: (mine) => names.get(mine) ?? mine,
      nameOfLayer: () => null,
      layers: [],
      picker: null,
      register: mines,
      mines: [...names.keys()],
      showPlace: null,
    };
  }, [county, mines, language]);
  return (
    <LedgerContext value={surroundings}>
      <LedgerPanel />
    </LedgerContext>
  );
}

/** The county's register of mines; until it has come, and where it cannot be had, mines go by their ids. */
const useRegister = ({ catalog, baseUrl }: OpenCounty): readonly RegisterMine[] => {
  const [mines, setMines] = useState<readonly RegisterMine[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    fetchJson(new URL(catalog.files.mines, baseUrl).pathname, registerSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (fetched.ok) setMines(fetched.value);
      },
      () => {}, // only an abort rejects: another county is open
    );
    return () => stop.abort();
  }, [catalog, baseUrl]);
  return mines;
};
