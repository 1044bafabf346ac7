import { Tag } from 'antd';
import { PROVENANCE_TEXT, type Provenance } from '../../domain/contracts/layers.ts';
import { useLanguage } from './preferences.ts';

/**
 * Where a shape comes from, always in words; the border repeats it: solid for measured, dashed for what was computed,
 * dotted for interpretation, hatched ground for what was made up.
 */
export const ProvenanceTag = ({ provenance }: { provenance: Provenance }) => {
  const language = useLanguage();
  return (
    <Tag className={`hy-provenance hy-provenance-${provenance}`}>{PROVENANCE_TEXT[provenance][language]}</Tag>
  );
};
