import { Descriptions, Drawer, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { textIn } from '../../../domain/contracts/bilingual.ts';
import type { Catalog } from '../../../domain/contracts/catalog.ts';
import { FindingsList } from '../../shell/findings/findings-list.tsx';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { setSession, useSession } from '../mine-session.ts';
import { SourcesTable } from './sources-table.tsx';

/** What the picture was made from and what was wrong with it: the first thing to read before trusting a mine. */
export default function DataReport({ catalog }: { catalog: Catalog }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = useSession((session) => session.reportOpen);
  return (
    <Drawer
      title={`${t('report.title')} · ${catalog.name[language]}`}
      open={open}
      size="min(920px, 92vw)"
      onClose={() => setSession({ reportOpen: false })}
      rootClassName="hy-report"
      closable={{ 'aria-label': t('app.close') }}
    >
      <Descriptions
        size="small"
        column={1}
        items={[
          {
            key: 'crs',
            label: t('report.crs'),
            children: `${catalog.survey.crsName} · ${catalog.survey.crs}`,
          },
          { key: 'datum', label: t('cursor.datum'), children: catalog.survey.verticalDatum },
          ...(catalog.attribution
            ? [
                {
                  key: 'attribution',
                  label: t('report.attribution'),
                  children: textIn(catalog.attribution, language),
                },
              ]
            : []),
          { key: 'revision', label: t('report.revision'), children: <code>{catalog.revision}</code> },
        ]}
      />
      <Tabs
        defaultActiveKey="sources"
        items={[
          {
            key: 'sources',
            label: `${t('report.sources')} ${formatCount(catalog.sources.length)}`,
            children: <SourcesTable sources={catalog.sources} />,
          },
          {
            key: 'findings',
            label: `${t('report.findings')} ${formatCount(catalog.findings.length)}`,
            children: <FindingsList findings={catalog.findings} />,
          },
        ]}
      />
    </Drawer>
  );
}
