import { EyeInvisibleOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import { cutRegion } from '../../../../domain/geology/slice/cut-region.ts';
import type { Slice } from '../../../../domain/geology/slice/slice.ts';
import { useLive } from '../../../live/live-store.ts';
import { cutAwayCount } from './cut-away-count.ts';
import { reachOf } from './reach.ts';

/** Says how many people the cut hides: nobody disappears without a word. */
export const CutAwayPeople = ({ slice, catalog }: { readonly slice: Slice; readonly catalog: Catalog }) => {
  const { t } = useTranslation();
  const frame = useLive((state) => state.frame);
  const region = useMemo(() => cutRegion(slice, reachOf(catalog)), [slice, catalog]);
  const hidden = useMemo(() => (frame ? cutAwayCount(region, frame) : 0), [region, frame]);
  if (hidden === 0) return null;
  return (
    <p className="hy-slice-hidden" role="status" data-hidden={hidden}>
      <EyeInvisibleOutlined aria-hidden="true" /> {t('slice.hidden', { n: hidden })}
    </p>
  );
};
