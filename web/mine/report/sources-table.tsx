import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CatalogSource } from '../../../domain/contracts/catalog.ts';
import type { SourceKind } from '../../../domain/contracts/manifest.ts';
import { formatCount } from '../../shell/format-number.ts';

export const SourcesTable = ({ sources }: { sources: readonly CatalogSource[] }) => {
  const { t, i18n } = useTranslation();
  // A bundle of a later version may hold kinds without a name here.
  const kindName = (kind: string) =>
    i18n.exists(`sourceKind.${kind}`) ? t(`sourceKind.${kind as SourceKind}`) : kind;
  return (
    <Table
      size="small"
      rowKey="id"
      dataSource={sources}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        {
          title: t('report.source'),
          dataIndex: 'id',
          render: (id: string, source) => (
            <>
              <strong>{id}</strong>
              <div className="hy-quiet">{kindName(source.kind)}</div>
            </>
          ),
        },
        {
          title: t('report.files'),
          dataIndex: 'files',
          render: (files: CatalogSource['files']) =>
            files.map(({ path, bytes, sha256 }) => (
              <div key={path} className="hy-file" title={`SHA-256 ${sha256}`}>
                {path}
                <span className="hy-quiet"> {t('report.bytes', { n: formatCount(bytes) })}</span>
              </div>
            )),
        },
        { title: t('report.rowsRead'), dataIndex: 'rowsRead', align: 'right', render: formatCount },
        { title: t('report.featuresMade'), dataIndex: 'featuresMade', align: 'right', render: formatCount },
        {
          title: t('report.rowsRejected'),
          dataIndex: 'rowsRejected',
          align: 'right',
          render: (rows: number) => (
            <span className={rows > 0 ? 'hy-rejected' : undefined}>{formatCount(rows)}</span>
          ),
        },
        {
          title: t('report.counts'),
          dataIndex: 'counts',
          render: (counts: CatalogSource['counts']) =>
            Object.entries(counts)
              .map(([name, count]) => `${name} ${formatCount(count)}`)
              .join(' · '),
        },
      ]}
    />
  );
};
