import { CloseOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { ProvenanceTag } from '../../shell/provenance-tag.tsx';
import { setView, useView } from '../../shell/view-store.ts';
import { useSession } from '../mine-session.ts';
import { keyLabel } from '../tools/keyboard.ts';
import { performTool, toolContext } from '../tools/perform.ts';
import { mineTools } from '../tools/registry.ts';
import { type FeatureRow, summariseFeature } from './feature-rows.ts';

const Row = ({ row }: { row: FeatureRow }) => {
  const { t } = useTranslation();
  return (
    <div className="hy-attribute" data-property={row.id}>
      <dt>{row.name}</dt>
      <dd data-unknown={row.text === null} data-numeric={row.numeric}>
        {row.text ?? t('app.unknown')}
        {row.text !== null && row.unit && <span className="hy-unit"> {row.unit}</span>}
      </dd>
    </div>
  );
};

/** The selected feature: name, layer, where its shape comes from, every attribute, and what can be done with it. */
export const FeatureCard = ({ catalog }: { catalog: Catalog }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const selected = useView((state) => state.selected);
  const isolated = useView((state) => state.isolated);
  const card = useSession((session) => session.card);
  useSession((session) => session.view); // its buttons wait for the engine
  const layer = catalog.layers.find(({ id }) => id === selected?.layerId);
  if (!selected || !layer) return null;
  const feature = card?.featureId === selected.featureId && card.layerId === selected.layerId ? card : null;
  const summary =
    feature &&
    summariseFeature(feature, layer, catalog.sources, language, { yes: t('app.yes'), no: t('app.no') });
  const context = toolContext();
  return (
    <section className="hy-card" aria-label={t('card.title')} data-feature={selected.featureId}>
      <header>
        <div className="hy-card-title">
          <h2>{summary?.title ?? selected.featureId}</h2>
          <p className="hy-quiet">
            {summary?.legend && (
              <span className="hy-swatch" style={{ background: summary.legend.colour }} aria-hidden="true" />
            )}
            {summary?.legend
              ? `${summary.legend.name[language]} · ${layer.name[language]}`
              : layer.name[language]}
          </p>
        </div>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('card.close')}
          onClick={() => setView({ selected: null })}
        />
      </header>
      <p className="hy-card-shape">
        <span className="hy-quiet">{t('card.shapeIs')}</span>{' '}
        <ProvenanceTag provenance={summary?.provenance ?? layer.provenance} />
      </p>
      <div className="hy-card-actions">
        {mineTools
          .all()
          .filter(({ place, applies }) => place === 'feature' && (applies?.(context) ?? true))
          .map((tool) => {
            const Icon = tool.icon;
            const active = tool.active?.(context) ?? false;
            const title = tool.id === 'isolate' && isolated ? t('card.isolateEnd') : t(tool.title);
            return (
              <Tooltip key={tool.id} title={tool.shortcut ? `${title} (${keyLabel(tool.shortcut)})` : title}>
                <Button
                  size="small"
                  type={active ? 'primary' : 'default'}
                  icon={<Icon />}
                  disabled={!tool.enabled(context)}
                  aria-pressed={tool.active ? active : undefined}
                  onClick={() => performTool(tool)}
                >
                  {title}
                </Button>
              </Tooltip>
            );
          })}
      </div>
      {!summary && <p className="hy-quiet hy-pad">{t('card.waiting')}</p>}
      {summary && (
        <div className="hy-card-body">
          {summary.rows.length + summary.unnamed.length === 0 && (
            <p className="hy-quiet">{t('card.noAttributes')}</p>
          )}
          <dl>
            {summary.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </dl>
          {summary.unnamed.length > 0 && (
            <details>
              <summary>{t('card.unnamed')}</summary>
              <dl>
                {summary.unnamed.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </dl>
            </details>
          )}
        </div>
      )}
    </section>
  );
};
