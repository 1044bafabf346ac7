import { DownloadOutlined, SafetyCertificateOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedHead } from '../../../domain/contracts/ledger-heads.ts';
import { failureText } from '../../shell/failure-text.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useSurroundings } from '../ledger-context.ts';
import { ledgerRoutes } from '../ledger-routes.ts';
import { type HeadCheck, useHeadCheck } from './use-head-check.ts';

interface Props {
  readonly county: string;
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** Address of what is being saved; null: nothing is. */
  readonly saving: string | null;
  readonly save: (url: string, name: string) => void;
}

/** The heads of all chains out of the gateway's reach, and what was kept there held against the ledger. */
export const HeadsPart = ({ county, on, saving, save }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [state, check] = useHeadCheck(county);
  const picker = useRef<HTMLInputElement>(null);
  const busy = state.status === 'checking';
  return (
    <section data-part="heads" data-heads={state.status}>
      <h3>{t('ledgerHeads.title')}</h3>
      <p className="hy-quiet">{t('ledgerHeads.why')}</p>
      <div className="hy-transfer-buttons">
        {(['.csv', ''] as const).map((ending) => {
          const url = ledgerRoutes.headsUrl(county, on, ending);
          const name = ending === '' ? 'JSON' : 'CSV';
          return (
            <Button
              key={name}
              icon={<DownloadOutlined />}
              loading={saving === url}
              data-heads-export={name}
              onClick={() =>
                save(url, `ledger-heads-${county}${on === null ? '' : `-${on}`}.${name.toLowerCase()}`)
              }
            >
              {t('ledgerHeads.export', { format: name })}
            </Button>
          );
        })}
      </div>
      <label className="hy-quiet" htmlFor="hy-kept-heads">
        {t('ledgerHeads.compare')}
      </label>
      <Input.TextArea
        id="hy-kept-heads"
        data-field="kept-heads"
        autoSize={{ minRows: 2, maxRows: 6 }}
        spellCheck={false}
        placeholder={t('ledgerHeads.paste')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <input
        ref={picker}
        type="file"
        hidden
        accept=".csv,.json,text/csv,application/json"
        data-field="kept-heads-file"
        onChange={async ({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (!file) return;
          const content = await file.text();
          setText(content);
          await check(content);
        }}
      />
      <div className="hy-transfer-buttons">
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined />}
          loading={busy}
          disabled={text.trim() === ''}
          data-action="check-heads"
          onClick={() => void check(text)}
        >
          {t('ledgerHeads.check')}
        </Button>
        <Button icon={<UploadOutlined />} disabled={busy} onClick={() => picker.current?.click()}>
          {t('ledgerHeads.choose')}
        </Button>
      </div>
      <HeadVerdicts state={state} />
    </section>
  );
};

/** Faults of a pasted text told one by one; more are counted. */
const MOST_TOLD = 8;

const HeadVerdicts = ({ state }: { readonly state: HeadCheck }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (state.status === 'none') return null;
  if (state.status === 'checking')
    return (
      <p role="status">
        {t('ledgerHeads.checking', { done: formatCount(state.done), all: formatCount(state.all) })}
      </p>
    );
  if (state.status === 'failed')
    return (
      <p role="alert" className="hy-transfer-failure">
        ✗ {t('ledgerHeads.failed')} {failureText(state.failure, t)}
      </p>
    );
  if (state.status === 'faulty')
    return (
      <div role="alert" className="hy-transfer-failure">
        <p>✗ {t('ledgerHeads.unreadable')}</p>
        <ul>
          {state.faults.slice(0, MOST_TOLD).map(({ row, column, value, what, mend }) => (
            <li key={`${row} ${column} ${what.en}`}>
              {row !== null && t('ledgerHeads.at', { row, column: column ?? '' })}{' '}
              {value !== null && <code>{value}</code>} {what[language]} {mend[language]}
            </li>
          ))}
        </ul>
        {state.faults.length > MOST_TOLD && (
          <p>{t('ledgerHeads.more', { n: state.faults.length - MOST_TOLD })}</p>
        )}
      </div>
    );
  const bad = state.heads.filter(({ verdict }) => verdict !== 'agrees');
  const agreeing = state.heads.length - bad.length;
  return (
    <div role={bad.length > 0 ? 'alert' : 'status'}>
      <p className={bad.length > 0 ? 'hy-transfer-failure' : undefined}>
        <strong>
          {bad.length > 0
            ? `✗ ${t('ledgerHeads.bad', { n: bad.length, all: state.heads.length })}`
            : `✓ ${t('ledgerHeads.sound', { n: agreeing })}`}
        </strong>
        {bad.length > 0 && ` ${t('ledgerHeads.others', { n: agreeing })}`}
      </p>
      {bad.length > 0 && <BadHeads heads={bad} />}
      {state.uncovered > 0 && (
        <p className="hy-quiet">? {t('ledgerHeads.uncovered', { n: state.uncovered })}</p>
      )}
    </div>
  );
};

const BadHeads = ({ heads }: { readonly heads: readonly CheckedHead[] }) => {
  const { t } = useTranslation();
  const { nameOfMine } = useSurroundings();
  return (
    <table className="hy-heads-table">
      <thead>
        <tr>
          <th>{t('ledger.mine')}</th>
          <th>{t('ledgerHeads.ledger')}</th>
          <th>{t('ledgerHeads.kept')}</th>
          <th>{t('ledgerHeads.found')}</th>
        </tr>
      </thead>
      <tbody>
        {heads.map(({ mine, ledger, number, verdict, first, versions }) => (
          <tr key={`${mine} ${ledger} ${number}`} data-head={mine} data-verdict={verdict}>
            <th scope="row">{nameOfMine(mine)}</th>
            <td>{t(`headLedger.${ledger}`)}</td>
            <td>{t('ledgerHeads.version', { n: number })}</td>
            <td>
              ✗{' '}
              {verdict === 'altered' && first !== null
                ? t('headVerdict.alteredFrom', { n: first })
                : t(`headVerdict.${verdict as 'altered' | 'shorter' | 'missing'}`, { n: versions })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
