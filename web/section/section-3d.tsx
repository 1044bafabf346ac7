import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { curtainSection, type PlanPoint } from '../../domain/geology/section/curtain.ts';
import type { OrthographicPose, SectionView } from '../engines/section-view.ts';
import { useTheme } from '../shell/preferences.ts';
import type { FeatureRef } from '../shell/view-state.ts';
import { useView } from '../shell/view-store.ts';
import { cutFace } from './cut-face.ts';
import type { SectionMine } from './section-data.ts';

interface Section3dProps {
  readonly mine: SectionMine;
  readonly line: readonly PlanPoint[];
  readonly onSelect: (feature: FeatureRef | null) => void;
}

/** Looks at the section from its front: A on the left. */
const poseOf = ({ catalog }: SectionMine, line: readonly PlanPoint[]): OrthographicPose => {
  const [a, b] = [line[0]!, line.at(-1)!];
  const [de, dn] = [b[0] - a[0], b[1] - a[1]];
  const azimuth = (Math.atan2(-dn, de) * 180) / Math.PI;
  const { min, max } = catalog.extent;
  return {
    target: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (min[2] + max[2]) / 2],
    azimuth: (azimuth + 360) % 360,
    pitch: -12,
    width: Math.hypot(de, dn) * 1.2,
  };
};

/** The mine behind the cut, without perspective, the cut filled. */
export const Section3d = ({ mine, line, onSelect }: Section3dProps) => {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<SectionView | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const theme = useTheme();
  const half = useView((state) => state.render === 'half');
  // What the view is made with; later changes are told to it below, so that they do not make it anew.
  const now = useRef({ line, theme, onSelect });
  now.current = { line, theme, onSelect };

  useEffect(() => {
    let made: SectionView | null = null;
    let given = false;
    import('../engines/three/index.ts').then(
      ({ createSectionView }) => {
        if (given) return;
        made = createSectionView({
          container: holder.current!,
          catalog: mine.catalog,
          bundleUrl: mine.bundleUrl,
          initialPose: poseOf(mine, now.current.line),
          theme: now.current.theme,
          resolutionScale: half ? 0.5 : 1,
          events: {
            select: (feature) => now.current.onSelect(feature),
            pose: () => {},
            loading: (pending) => {
              if (holder.current) holder.current.dataset.pending = String(pending);
            },
            failure: ({ kind, detail }) => setFailure(`${kind}: ${detail}`),
          },
        });
        setView(made);
      },
      (error: unknown) => setFailure(String(error)),
    );
    return () => {
      given = true;
      made?.destroy();
      setView(null);
    };
  }, [mine, half]);
  useEffect(() => view?.setTheme(theme), [view, theme]);
  useEffect(() => {
    if (!view) return;
    view.setCut(cutFace(curtainSection(line, mine.model, mine.bodies), mine.bodies, mine.model));
    view.setPose(poseOf(mine, line));
  }, [view, line, mine]);
  return (
    <div className="hy-section3d" ref={holder}>
      {!view && !failure && (
        <div className="hy-waiting" role="status">
          {t('app.loadingEngine')}
        </div>
      )}
      {failure && (
        <p className="hy-section-note" role="alert">
          {failure}
        </p>
      )}
    </div>
  );
};
