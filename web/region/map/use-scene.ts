import { useEffect, useMemo, useState } from 'react';
import { type Catalog, catalogSchema } from '../../../domain/contracts/catalog.ts';
import { countyDay } from '../../../domain/county/county-day.ts';
import { placesOfFrame } from '../../../domain/county/county-places.ts';
import type { CountyScene, SceneBody, SceneProof, SceneTileset } from '../../engines/county-view.ts';
import { fetchJson } from '../../shell/fetch-json.ts';
import type { RegionPick } from '../../shell/region-choice.ts';
import { useView } from '../../shell/view-store.ts';
import { useFeatures } from '../county-files.ts';
import { useOpenCounty } from '../county-store.ts';
import { keptMines } from './kept-mines.ts';
import { proofsOf } from './proofs-of-finding.ts';
import { useRinged } from './ringed-mines.ts';
import { bodiesOfRight, bodiesOnDay, bodyOfFeature, sheetLevel } from './scene-bodies.ts';
import { SCENE_PITCH } from './scene-pitch.ts';
import { isShown } from './start-layers.ts';
import { useMinesNow } from './use-live-counts.ts';
import { usePickedFindings } from './use-picked-findings.ts';
import { useSceneHazards } from './use-scene-hazards.ts';
import { useSceneMajors } from './use-scene-majors.ts';
import { useThingNames } from './use-thing-names.ts';

/** Address of a mine's bundle, with a slash at the end. */
export const bundleUrl = (mine: string): string =>
  new URL(`/bundles/${encodeURIComponent(mine)}/`, window.location.href).href;

/** The catalog of the picked mine's bundle; null while it is not there. */
export const useMineCatalog = (mine: string | null): Catalog | null => {
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  useEffect(() => {
    setCatalog(null);
    if (mine === null) return;
    const stop = new AbortController();
    fetchJson(`${bundleUrl(mine)}catalog.json`, catalogSchema, { signal: stop.signal }).then(
      (fetched) => {
        if (!stop.signal.aborted && fetched.ok) setCatalog(fetched.value);
      },
      () => {}, // only an abort rejects
    );
    return () => stop.abort();
  }, [mine]);
  return catalog;
};

/** The ground, water on it and the walls of the right would hide what a mine is opened for; the right is drawn as a hull. */
const HIDING: ReadonlySet<string> = new Set(['terrain', 'boundary']);
const isInside = ({ id, kind, shownAtStart }: Catalog['layers'][number]): boolean =>
  shownAtStart && !HIDING.has(kind) && id !== 'surface-water';

const tilesetsOf = (mine: string, { layers, survey }: Catalog, body: string | null): SceneTileset[] =>
  layers.filter(isInside).map(({ id, tileset, properties }) => ({
    id: `${mine}-${id}`,
    url: new URL(tileset, bundleUrl(mine)).href,
    ...{ mine, layer: id, columns: properties },
    geoidSeparation: survey.geoidSeparation.metres,
    picked: body?.startsWith(`${mine}/${id}/`) ? body : null,
  }));

/** The mine whose bundle a pick is about: its own, or that of a body of it; null: none. */
export const mineOfPick = (pick: RegionPick | null): string | null =>
  pick?.kind === 'mine' ? pick.id : pick?.kind === 'body' ? (pick.id.split('/')[0] ?? null) : null;

const NO_PROOFS: readonly SceneProof[] = [];
const NO_BODIES: readonly SceneBody[] = [];
const NO_TILESETS: readonly SceneTileset[] = [];

/** What stands under the sheet: nothing from above, else the bodies of shown layers; of a picked pair only what proves it. */
export const useScene = (day: string | null): CountyScene | null => {
  const { catalog } = useOpenCounty();
  const pick = useView((state) => state.regionPick);
  const isTilted = useView((state) => (state.mapPose?.pitch ?? 0) >= SCENE_PITCH);
  const isInPlace = useView((state) => state.mineInPlace);
  const filter = useView((state) => state.mineFilter);
  const layers = useView((state) => state.mapLayers);
  const isPair = pick?.kind === 'pair';
  const mines = useMinesNow();
  const features = useFeatures(isTilted || isPair);
  const names = useThingNames();
  const ringed = useRinged();
  const placed = isInPlace ? mineOfPick(pick) : null;
  const placedCatalog = useMineCatalog(placed);
  const findings = usePickedFindings();
  const finding = isPair ? (findings[0] ?? null) : null;

  const level = useMemo(() => (mines.status === 'open' ? sheetLevel(mines.value) : 0), [mines]);
  const proofs = useMemo(() => {
    if (!(isPair || isTilted)) return NO_PROOFS;
    const place = placesOfFrame(catalog);
    return findings.flatMap((one) =>
      proofsOf(
        one,
        place,
        { pick: { kind: 'pair', id: one.id }, name: names.finding(one) },
        // of several they would stand on one another; the card lists them
        findings.length === 1 ? names.distance : () => '',
      ),
    );
  }, [findings, isPair, isTilted, catalog, names]);
  const bodies = useMemo(() => {
    if (mines.status !== 'open' || !(isTilted || finding)) return NO_BODIES;
    const known = features.status === 'open' ? features.value : [];
    const look = { nameOf: names.feature, nameOfRight: names.right, pick };
    if (finding) {
      const proving = new Set(finding.proofs.flatMap(({ here, there }) => [here.feature, there.feature]));
      return [
        ...known.filter(({ id }) => proving.has(id)).map((feature) => bodyOfFeature(feature, look)),
        ...mines.value.flatMap((mine) => (finding.mines.includes(mine.id) ? bodiesOfRight(mine, look) : [])),
      ];
    }
    return bodiesOnDay({
      features: known,
      mines: mines.value,
      kept: keptMines(mines.value, filter, day),
      // what its own bundle shows better is not drawn twice
      instead: placedCatalog ? placed : null,
      shown: (kind) => isShown(layers, kind),
      rightsOf: ringed,
      look,
      day,
      today: countyDay(Date.now()),
    });
  }, [mines, features, isTilted, finding, filter, layers, day, placed, placedCatalog, names, pick, ringed]);
  const hazards = useSceneHazards({
    ...{ day, isWanted: isTilted && !isPair },
    instead: placedCatalog ? placed : null,
  });
  const body = pick?.kind === 'body' ? pick.id : null;
  const majors = useSceneMajors({ day, isWanted: isTilted && !isPair });
  const tilesets = useMemo(
    () => (placed && placedCatalog ? tilesetsOf(placed, placedCatalog, body) : NO_TILESETS),
    [placed, placedCatalog, body],
  );
  return useMemo(
    () =>
      bodies.length + hazards.length + majors.length + proofs.length + tilesets.length > 0
        ? { level, bodies, hazards, majors, proofs, tilesets }
        : null,
    [level, bodies, hazards, majors, proofs, tilesets],
  );
};
