import { FilterOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { EVIDENCE_KINDS, type EvidenceKind, isShown } from '../../../../domain/evidence/feature-evidence.ts';
import { formatCount } from '../../../shell/format-number.ts';
import { setView } from '../../../shell/view-store.ts';
import { useKeptFeatures } from '../../kept-features.ts';
import { useSession } from '../../mine-session.ts';
import './evidence.css';
import { useFeatureEvidence } from './use-feature-evidence.ts';

interface Props {
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
  readonly shown: readonly EvidenceKind[];
}

/** Which hidden things are shown by how they were found, what is left out, and the way to change it. */
export default function EvidenceFlag({ catalog, bundleUrl, shown }: Props) {
  const { t } = useTranslation();
  const state = useFeatureEvidence(catalog, bundleUrl);
  const view = useSession((session) => session.view);
  const evidence = state.status === 'open' ? state.evidence : null;
  useEffect(() => {
    if (!view || !evidence) return;
    for (const layer of evidence.layers)
      view.setKept(layer, (feature) => isShown(evidence.of(layer, feature), shown));
    const hidden = new Set(evidence.layers);
    // Strata are modelled from boreholes; what nobody had to find stays.
    useKeptFeatures.setState({
      isKept: (layer, feature) =>
        layer === null
          ? shown.includes('drilling')
          : !hidden.has(layer) || isShown(evidence.of(layer, feature), shown),
    });
  }, [view, evidence, shown]);
  useEffect(() => {
    if (!view || !evidence) return;
    return () => {
      for (const layer of evidence.layers) view.setKept(layer, null);
      useKeptFeatures.setState({ isKept: null });
    };
  }, [view, evidence]);
  const change = (kind: EvidenceKind, on: boolean): void => {
    const next = EVIDENCE_KINDS.filter((one) => (one === kind ? on : shown.includes(one)));
    // With none chosen nothing hidden would be shown at all, which is no question anybody asks.
    if (next.length > 0) setView({ evidence: next });
  };
  return (
    <section
      className="hy-flag hy-flag-changed hy-evidence"
      data-flag="evidence"
      aria-label={t('evidence.tool')}
    >
      <p>
        <FilterOutlined aria-hidden="true" /> <strong>{t('evidence.only')}</strong>
        <Button size="small" onClick={() => setView({ evidence: null })}>
          {t('evidence.end')}
        </Button>
      </p>
      {state.status === 'failed' ? (
        <p role="alert">{t('evidence.failed', { url: state.url })}</p>
      ) : (
        <div className="hy-evidence-kinds">
          {EVIDENCE_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              data-evidence={kind}
              checked={shown.includes(kind)}
              onChange={(event) => change(kind, event.target.checked)}
            >
              {t(`evidenceKind.${kind}`)} {evidence ? formatCount(evidence.counts[kind]) : '…'}
            </Checkbox>
          ))}
        </div>
      )}
      <p className="hy-quiet">{t('evidence.note')}</p>
    </section>
  );
}
