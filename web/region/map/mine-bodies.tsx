import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog, CatalogLayer } from '../../../domain/contracts/catalog.ts';
import type { PickedFeature } from '../../engines/mine-view.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { bodyKey, useMap } from './map-store.ts';

interface MineBodiesProps {
  readonly mine: string;
  readonly catalog: Catalog;
}

/** The bodies of the bundle that stands in place, by layer: the way of the keyboard to what is clicked. */
export const MineBodies = ({ mine, catalog }: MineBodiesProps) => {
  const { t } = useTranslation();
  const parts = useMap((map) => map.parts);
  const own = useMemo(
    () => [...parts].flatMap(([key, part]) => (key.startsWith(`${mine}/`) ? [part] : [])),
    [parts, mine],
  );
  return (
    <details className="hy-history hy-mine-things" data-part="bodies">
      <summary>{t('bodyCard.ofMine', { n: formatCount(own.length) })}</summary>
      {catalog.layers.map((layer) => {
        const of = own.filter(({ layerId }) => layerId === layer.id);
        return of.length > 0 && <LayerBodies key={layer.id} mine={mine} layer={layer} parts={of} />;
      })}
    </details>
  );
};

const LayerBodies = (o: {
  readonly mine: string;
  readonly layer: CatalogLayer;
  readonly parts: readonly PickedFeature[];
}) => {
  const { mine, layer, parts } = o;
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const title = layer.properties.find(({ role }) => role === 'title')?.id ?? '';
  return (
    <details data-layer={layer.id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {layer.name[language]} · {formatCount(parts.length)}
      </summary>
      {isOpen && (
        <ul>
          {parts.map((part) => (
            <li key={part.featureId}>
              <button
                type="button"
                data-body={bodyKey(mine, part)}
                onClick={() =>
                  setView({ regionPick: { kind: 'body', id: bodyKey(mine, part) }, mineInPlace: true })
                }
              >
                <span>{String(part.properties[title] ?? part.featureId)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
};
