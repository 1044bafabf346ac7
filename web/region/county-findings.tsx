import { StopOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../domain/contracts/finding.ts';
import { countBySeverity } from '../shell/findings/finding-list.ts';
import { FindingsList } from '../shell/findings/findings-list.tsx';
import { formatCount } from '../shell/format-number.ts';

/** How many rows of the county's files were left out or are in doubt, and which: what is not on the map for that reason is said here. */
export const CountyFindings = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { error, reject, warning } = countBySeverity(findings);
  const rejects = error + reject;
  const isClean = rejects + warning === 0;
  const words = isClean
    ? t('region.noFindings')
    : t('region.findingsOf', { rejects: formatCount(rejects), warnings: formatCount(warning) });
  return (
    <>
      <Button
        type="text"
        size="small"
        className="hy-county-findings"
        icon={rejects > 0 ? <StopOutlined /> : isClean ? undefined : <WarningOutlined />}
        data-action="county-findings"
        data-rejects={rejects}
        title={words}
        aria-label={`${t('region.findings')}: ${words}`}
        onClick={() => setOpen(true)}
      >
        {t('region.findings')} <span className="hy-count">{formatCount(rejects + warning)}</span>
      </Button>
      <Drawer
        title={t('region.findingsTitle')}
        open={open}
        size="min(920px, 92vw)"
        onClose={() => setOpen(false)}
        rootClassName="hy-report"
        closable={{ 'aria-label': t('app.close') }}
      >
        <p className="hy-quiet">{t('region.findingsHint')}</p>
        <FindingsList findings={findings} manifest="county.yaml" />
      </Drawer>
    </>
  );
};
