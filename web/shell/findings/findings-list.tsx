import {
  CloseCircleOutlined,
  CopyOutlined,
  InfoCircleOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Segmented, Select, Table, Tag, Tooltip } from 'antd';
import { type ComponentType, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, SEVERITIES, type Severity } from '../../../domain/contracts/finding.ts';
import { describeFinding } from '../../../domain/contracts/finding-texts.ts';
import { copyText } from '../copy-text.ts';
import { formatCount } from '../format-number.ts';
import { notify } from '../notices.ts';
import { useLanguage } from '../preferences.ts';
import { countByFile, countBySeverity, findingsTable, sortFindings } from './finding-list.ts';
import './findings-list.css';

const LOOK: Readonly<Record<Severity, { icon: ComponentType; colour: string }>> = {
  error: { icon: CloseCircleOutlined, colour: 'red' },
  reject: { icon: StopOutlined, colour: 'orange' },
  warning: { icon: WarningOutlined, colour: 'gold' },
  note: { icon: InfoCircleOutlined, colour: 'default' },
};

const PAGE = 50;

interface Props {
  readonly findings: readonly Finding[];
  /** The file that names the files: what is to be mended is mended there. */
  readonly manifest?: 'mine.yaml' | 'county.yaml';
}

/** What was wrong with files that were read: where, what and how to mend it; by severity and by file. */
export const FindingsList = ({ findings, manifest = 'mine.yaml' }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [file, setFile] = useState<string | null>(null);
  const files = useMemo(() => countByFile(findings), [findings]);
  const ofFile = useMemo(
    () => (file === null ? findings : findings.filter((finding) => finding.file === file)),
    [findings, file],
  );
  const counts = useMemo(() => countBySeverity(ofFile), [ofFile]);
  const shown = useMemo(
    () =>
      sortFindings(ofFile)
        .filter((finding) => severity === 'all' || finding.severity === severity)
        .map((finding, at) => ({ ...finding, key: at })),
    [ofFile, severity],
  );
  const words = (finding: Finding) => {
    const { what, mend } = describeFinding(finding, language);
    const named = (text: string): string => text.replaceAll('mine.yaml', manifest);
    return { severity: t(`severity.${finding.severity}`), what: named(what), mend: named(mend) };
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
            { value: 'all' as const, label: `${t('report.all')} ${formatCount(ofFile.length)}` },
            ...SEVERITIES.map((one) => ({
              value: one,
              label: `${t(`severity.${one}`)} ${formatCount(counts[one])}`,
              disabled: counts[one] === 0,
            })),
          ]}
        />
        {files.length > 1 && (
          <Select
            size="small"
            className="hy-findings-file"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('report.everyFile', { n: files.length })}
            aria-label={t('report.files')}
            value={file}
            options={files.map(([value, n]) => ({ value, label: `${value}（${formatCount(n)}）` }))}
            onChange={(chosen: string | undefined) => {
              setFile(chosen ?? null);
              setSeverity('all');
            }}
          />
        )}
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
