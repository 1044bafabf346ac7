import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { summariseFeature } from '../../mine/feature/feature-rows.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView } from '../../shell/view-store.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { FactList } from './fact-list.tsx';
import { useMap } from './map-store.ts';
import { openInMine } from './open-in-mine.ts';
import { useMineCatalog } from './use-scene.ts';

/** A body of the mine's bundle that stands in its place: what it is, how its shape is known, and the way into the mine before it. */
export const BodyCard = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const names = useMineNames();
  const [mine = '', layerId = '', ...rest] = id.split('/');
  const featureId = rest.join('/');
  const catalog = useMineCatalog(mine);
  const part = useMap(({ parts }) => parts.get(id));
  const layer = catalog?.layers.find((one) => one.id === layerId);
  const summary =
    part &&
    catalog &&
    layer &&
    summariseFeature(part, layer, catalog.sources, language, { yes: t('app.yes'), no: t('app.no') });
  const provenance = summary?.provenance ?? layer?.provenance;
  return (
    <article className="hy-map-card" data-card="body" data-body={id}>
      <header>
        <h3>{summary?.title ?? featureId}</h3>
        {provenance && <ProvenanceTag provenance={provenance} />}
      </header>
      {provenance === 'inferred' && (
        <p className="hy-feature-doubt" data-doubt="shape">
          {t('bodyCard.inferred')}
        </p>
      )}
      {!summary && (
        <p className="hy-legend-note" role="status">
          {t('bodyCard.waiting')}
        </p>
      )}
      <FactList
        facts={[
          { id: 'mine', name: t('featureCard.mine'), value: names(mine) },
          { id: 'layer', name: t('bodyCard.layer'), value: layer?.name[language] ?? null },
          ...(summary?.legend
            ? [{ id: 'legend', name: t('featureCard.kind'), value: summary.legend.name[language] }]
            : []),
          ...(summary?.rows ?? []).map(({ id: row, name, text, unit }) => ({
            ...{ id: `row-${row}`, name },
            value: text === null || unit === undefined ? text : `${text} ${unit}`,
          })),
        ]}
      />
      <div className="hy-map-card-actions">
        <Button
          data-action="to-mine"
          onClick={() => setView({ regionPick: { kind: 'mine', id: mine }, mineInPlace: true })}
        >
          {t('featureCard.toMine')}
        </Button>
        <Button
          type="primary"
          disabled={!catalog}
          data-action="open-body"
          onClick={() => catalog && openInMine(mine, catalog, { layerId, featureId })}
        >
          {t('map.openInMine')}
        </Button>
      </div>
    </article>
  );
};
