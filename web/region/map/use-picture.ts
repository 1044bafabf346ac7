import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RISK_LEVELS, WARNING_LEVELS } from '../../../domain/contracts/county.ts';
import { SITE_KIND_IDS } from '../../../domain/contracts/site-kind-ids.ts';
import { placesOfFrame } from '../../../domain/county/county-places.ts';
import type { CountyLook, CountyPicture } from '../../engines/county-view.ts';
import { useLanguage, useReducedMotion, useTheme } from '../../shell/preferences.ts';
import { useView } from '../../shell/view-store.ts';
import { useOpenCounty } from '../county-store.ts';
import { keptMines } from './kept-mines.ts';
import { groundOf } from './proofs-of-finding.ts';
import { useRinged } from './ringed-mines.ts';
import { isShown, MAJOR_SOURCE_IDS } from './start-layers.ts';
import { useHasLedger } from './use-has-ledger.ts';
import { useMinesNow } from './use-live-counts.ts';
import { usePickedFindings } from './use-picked-findings.ts';
import { useThingNames } from './use-thing-names.ts';

/** Language, theme and the letters of the signs. */
export const useLook = (): CountyLook => {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  return useMemo(() => {
    const of = <K extends string>(keys: readonly K[], text: (key: K) => string) =>
      Object.fromEntries(keys.map((key) => [key, text(key)])) as Record<K, string>;
    return {
      theme,
      language,
      reducedMotion,
      letters: {
        risk: of(RISK_LEVELS, (level) => t(`riskLetter.${level}`)),
        warning: of(WARNING_LEVELS, (level) => t(`warningLetter.${level}`)),
        site: of(SITE_KIND_IDS, (kind) => t(`siteLetter.${kind}`)),
        major: of(MAJOR_SOURCE_IDS, (source) => t(`majorScene.letter.${source}`)),
      },
    };
  }, [t, theme, language, reducedMotion]);
};

/** What a map shows on a day, out of the link and the register. */
export const usePicture = (day: string | null): CountyPicture => {
  const look = useLook();
  const mines = useMinesNow();
  const filter = useView((state) => state.mineFilter);
  const hazardFlags = useView((state) => state.hazardFlags);
  const siteMarks = useView((state) => state.siteMarks);
  const layers = useView((state) => state.mapLayers);
  const colouring = useView((state) => state.mineColouring);
  const pick = useView((state) => state.regionPick);
  const ringed = useRinged();
  const findings = usePickedFindings();
  const names = useThingNames();
  const { catalog } = useOpenCounty();
  const ground = useMemo(() => {
    const place = placesOfFrame(catalog);
    return findings.flatMap((one) =>
      groundOf(one, place, { pick: { kind: 'pair', id: one.id }, name: names.finding(one) }),
    );
  }, [findings, names, catalog]);
  const hasLedger = useHasLedger();
  const kept = useMemo(
    () => (mines.status === 'open' ? keptMines(mines.value, filter, day) : null),
    [mines, filter, day],
  );
  return useMemo(
    () => ({
      look,
      day,
      shown: (layer) => isShown(layers, layer),
      colouring,
      hasLedger,
      mines: kept,
      filter,
      hazardFlags,
      siteMarks,
      pick,
      ringed,
      ground,
    }),
    [look, day, layers, colouring, hasLedger, kept, filter, hazardFlags, siteMarks, pick, ringed, ground],
  );
};
