import {
  CloseCircleOutlined,
  CopyOutlined,
  InfoCircleOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Segmented, Table, Tag, Tooltip } from 'antd';
import { type ComponentType, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, SEVERITIES, type Severity } from '../../../domain/contracts/finding.ts';
import { describeFinding } from '../../../domain/contracts/finding-texts.ts';
import { copyText } from '../../shell/copy-text.ts';
import { formatCount } from '../../shell/format-number.ts';
import { notify } from '../../shell/notices.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { countBySeverity, findingsTable, sortFindings } from './finding-list.ts';

const LOOK: Readonly<Record<Severity, { icon: ComponentType; colour: string }>> = {
  error: { icon: CloseCircleOutlined, colour: 'red' },
  reject: { icon: StopOutlined, colour: 'orange' },
  warning: { icon: WarningOutlined, colour: 'gold' },
  note: { icon: InfoCircleOutlined, colour: 'default' },
};

const PAGE = 50;

export const FindingsList = ({ findings }: { findings: readonly Finding[] }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  const shown = useMemo(
    () =>
      sortFindings(findings)
        .filter((finding) => severity === 'all' || finding.severity === severity)
        .map((finding, at) => ({ ...finding, key: at })),
    [findings, severity],
  );
  const words = (finding: Finding) => {
    return { severity: t(`severity.${finding.severity}`), ...describeFinding(finding, language) };
  };
  const place = ({ row, column, value, feature }: Finding) =>
    [
      row !== undefined && t('report.row', { row }),
      column !== undefined && t('report.column', { column }),
      value !== undefined && t('report.value', { value }),
      feature !== undefined && t('report.feature', { feature }),
    ].filter(Boolean);
  const copy = async () => {
    const headings = [
      t('report.severity'),
      t('report.source'),
      t('report.files'),
      t('report.row', { row: '' }).trim(),
      t('report.column', { column: '' }).trim(),
      t('report.value', { value: '' }).trim(),
      t('report.feature', { feature: '' }).trim(),
      t('report.what'),
      t('report.mend'),
    ];
    notify({ kind: (await copyText(findingsTable(shown, headings, words))) ? 'copied' : 'copy-failed' });
  };
  return (
    <>
      <div className="hy-findings-bar">
        <Segmented
          size="small"
          aria-label={t('report.severity')}
          value={severity}
          onChange={setSeverity}
          options={[
            { value: 'all' as const, label: `${t('report.all')} ${formatCount(findings.length)}` },
            ...SEVERITIES.map((one) => ({
              value: one,
              label: `${t(`severity.${one}`)} ${formatCount(counts[one])}`,
              disabled: counts[one] === 0,
            })),
          ]}
        />
        <Tooltip title={t('report.copyHint')}>
          <Button size="small" icon={<CopyOutlined />} disabled={shown.length === 0} onClick={copy}>
            {t('report.copyAll')}
          </Button>
        </Tooltip>
      </div>
      <Table
        size="small"
        dataSource={shown}
        pagination={shown.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        locale={{ emptyText: t(findings.length === 0 ? 'report.noFindings' : 'report.none') }}
        columns={[
          {
            title: t('report.severity'),
            dataIndex: 'severity',
            width: 92,
            render: (one: Severity) => {
              const { icon: Icon, colour } = LOOK[one];
              return (
                <Tag color={colour} icon={<Icon />}>
                  {t(`severity.${one}`)}
                </Tag>
              );
            },
          },
          {
            title: t('report.place'),
            width: 230,
            render: (_: unknown, finding) => (
              <div className="hy-place">
                <strong>{finding.file}</strong>
                {place(finding).map((part) => (
                  <div key={String(part)}>{part}</div>
                ))}
              </div>
            ),
          },
          {
            title: t('report.what'),
            render: (_: unknown, finding) => {
              const { what, mend } = words(finding);
              return (
                <>
                  <div>{what}</div>
                  <div className="hy-quiet">
                    {t('report.mend')}: {mend}
                  </div>
                </>
              );
            },
          },
        ]}
      />
    </>
  );
};
