import { partBelowLevel } from '../../domain/geometry/level-cut.ts';
import { signedVolume } from '../../domain/geometry/triangle-mesh.ts';
import { metres } from '../../domain/units/quantities.ts';
import { numberColumn, textColumn } from './columns.ts';
import type { Goaf } from './goafs.ts';
import { createLayerDraft, type LegendKey, type SourcedLayer } from './layer-draft.ts';
import { layerHead, USUAL_LAYERS } from './layer-heads.ts';
import { derivedFrom } from './provenance.ts';

const GOAF_WATER: LegendKey = {
  key: 'goaf-water',
  name: { zh: '采空区积水', en: 'goaf water' },
  colour: '#2f7fd0',
};

/** The flooded part of every goaf with a water level, as a closed solid with its volume; null where there is none. */
export const goafWaterLayer = (id: string, goafs: readonly Goaf[]): SourcedLayer | null => {
  const flooded = goafs.filter((goaf) => goaf.waterUp !== null);
  const sources = [...new Set(flooded.map((goaf) => goaf.placed))];
  const draft = createLayerDraft(
    layerHead(id, 'goaf-water', sources, { name: USUAL_LAYERS['goaf-water'].name }),
    [
      textColumn('goaf', '采空区', 'Goaf'),
      numberColumn('waterLevel', '积水标高', 'Water level', 'm', 1, { role: 'level' }),
      numberColumn('volume', '积水量', 'Water volume', 'm³', 0),
      numberColumn('goafVolume', '采空区体积', 'Goaf volume', 'm³', 0),
      numberColumn('share', '积水比例', 'Flooded share', '%', 0),
    ],
  );
  for (const goaf of flooded) {
    if (!goaf.closed) {
      goaf.placed.log.warn('goaf-water-open-mesh', { feature: goaf.id });
      continue;
    }
    const water = partBelowLevel(goaf.mesh, metres(goaf.waterUp!));
    if (!water) {
      goaf.placed.log.warn('water-level-below-floor', { feature: goaf.id, value: String(goaf.waterLevel) });
      continue;
    }
    const volume = signedVolume(water);
    const goafVolume = signedVolume(goaf.mesh);
    draft.add({
      id: goaf.id,
      title: goaf.title,
      provenance: derivedFrom(goaf.placed.provenance),
      source: goaf.placed.id,
      mesh: water,
      legend: GOAF_WATER,
      values: {
        goaf: goaf.id,
        waterLevel: goaf.waterLevel,
        volume,
        goafVolume,
        share: goafVolume > 0 ? (100 * volume) / goafVolume : null,
      },
    });
  }
  return draft.size > 0 ? draft.finish() : null;
};
