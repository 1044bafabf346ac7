import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useSession } from '../mine-session.ts';
import { featureTitle } from './feature-rows.ts';

/** The name of what is under the pointer, beside it. `hover` is in pixels of the 3D view. */
export const HoverLabel = ({ catalog }: { catalog: Catalog }) => {
  const language = useLanguage();
  const hover = useSession((session) => session.hover);
  const layer = catalog.layers.find(({ id }) => id === hover?.feature.layerId);
  if (!hover || !layer) return null;
  return (
    <div className="hy-hover" style={{ left: hover.x, top: hover.y }} aria-hidden="true">
      <strong>{featureTitle(hover.feature, layer)}</strong>
      <span>{layer.name[language]}</span>
    </div>
  );
};
