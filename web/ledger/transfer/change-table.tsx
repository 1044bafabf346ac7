import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportChange } from '../../../domain/contracts/ledger.ts';

/** What a file would change of each hazard that is in the ledger, what it would empty, and whether it may be older than the ledger. */
export const ChangeTable = ({ changes }: { readonly changes: readonly ImportChange[] }) => {
  const { t } = useTranslation();
  const names = (fields: readonly string[]): string =>
    fields.map((field) => t(`hazardField.${field as 'title'}`)).join(t('ledger.comma'));
  return (
    <Table
      size="small"
      className="hy-import-changes"
      virtual
      scroll={{ x: 780, y: 200 }}
      pagination={false}
      rowKey="hazard"
      dataSource={[...changes]}
      columns={[
        { title: t('ledgerChange.hazard'), dataIndex: 'hazard', width: 170 },
        {
          title: t('ledgerChange.what'),
          width: 250,
          render: (_, { fields, emptied, evidence }) => (
            <>
              {names(fields.filter((field) => !emptied.includes(field)))}
              {evidence.length > 0 && (
                <div>{t('ledgerChange.evidence', { ids: evidence.join(t('ledger.comma')) })}</div>
              )}
            </>
          ),
        },
        {
          title: t('ledgerChange.emptied'),
          width: 160,
          render: (_, { emptied }) =>
            emptied.length > 0 && <span className="hy-bad">✗ {names(emptied)}</span>,
        },
        {
          title: t('ledgerChange.base'),
          width: 200,
          render: (_, { isBased }) => (isBased ? t('ledgerChange.based') : `⚠ ${t('ledgerChange.unbased')}`),
        },
      ]}
    />
  );
};
