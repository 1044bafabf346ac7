import { FilterOutlined } from '@ant-design/icons';
import { EVIDENCE_KINDS, type EvidenceKind } from '../../../../domain/evidence/feature-evidence.ts';
import { register } from '../registry.ts';

/** What a survey of hidden hazards has to rest on; unknown evidence is none of it. */
const ENGINEERING: readonly EvidenceKind[] = ['geophysics', 'drilling', 'geochemistry'];

register({
  id: 'evidence',
  title: 'evidence.tool',
  hint: 'evidence.toolHint',
  icon: FilterOutlined,
  place: 'look',
  shortcut: 'v',
  enabled: ({ session }) => session.view !== null && session.catalog.status === 'open',
  active: ({ state }) => state.evidence !== null,
  perform: ({ state, setView }) => setView({ evidence: state.evidence ? null : ENGINEERING }),
  url: {
    key: 'ev',
    write: ({ evidence }) => evidence && EVIDENCE_KINDS.filter((kind) => evidence.includes(kind)).join('_'),
    read: (text) => {
      const parts = text.split('_');
      const evidence = EVIDENCE_KINDS.filter((kind) => parts.includes(kind));
      return evidence.length === parts.length ? { evidence } : null;
    },
  },
});
