import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportReject } from '../../../domain/contracts/ledger.ts';
import { useLanguage } from '../../shell/preferences.ts';

interface Props {
  readonly rejects: readonly ImportReject[];
  /** Before what is wrong. */
  readonly sign?: '✗' | '⚠';
}

/** Every row that was not taken: where it stands, what is wrong and how to mend it. */
export const RejectTable = ({ rejects, sign = '✗' }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const numbered = rejects.map((reject, at) => ({ ...reject, at }));
  return (
    <Table
      size="small"
      virtual
      scroll={{ x: 780, y: 240 }}
      pagination={false}
      rowKey="at"
      dataSource={numbered}
      columns={[
        { title: t('ledgerReject.sheet'), dataIndex: 'sheet', width: 90 },
        { title: t('ledgerReject.row'), dataIndex: 'row', width: 60, align: 'right' },
        { title: t('ledgerReject.column'), dataIndex: 'column', width: 110 },
        { title: t('ledgerReject.value'), dataIndex: 'value', width: 110, ellipsis: true },
        { title: t('ledgerReject.what'), width: 210, render: (_, { what }) => `${sign} ${what[language]}` },
        { title: t('ledgerReject.mend'), width: 200, render: (_, { mend }) => mend[language] },
      ]}
    />
  );
};
