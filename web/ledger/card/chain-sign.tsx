import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChainState } from '../../../domain/contracts/ledger.ts';
import { failureText } from '../../shell/failure-text.ts';
import type { FetchFailure } from '../../shell/fetch-json.ts';
import { countyMoment } from '../county-day.ts';
import { ledgerRoutes } from '../ledger-routes.ts';

type Checked =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly chain: ChainState }
  | { readonly status: 'failed'; readonly failure: FetchFailure };

/** Whether the mine's ledger is as it was written, against the head the county kept. */
export const ChainSign = ({ mine }: { readonly mine: string }) => {
  const { t } = useTranslation();
  const [state, setState] = useState<Checked>({ status: 'loading' });
  useEffect(() => {
    const stop = new AbortController();
    ledgerRoutes.chain(mine, stop.signal).then(
      (fetched) =>
        setState(
          fetched.ok
            ? { status: 'open', chain: fetched.value }
            : { status: 'failed', failure: fetched.failure },
        ),
      () => {}, // only an abort rejects: another card is open
    );
    return () => stop.abort();
  }, [mine]);
  return (
    <section className="hy-hazard-part" data-part="chain" data-chain={chainWord(state)}>
      <h3>{t('hazardCard.chain')}</h3>
      {state.status === 'loading' && <p role="status">{t('hazardCard.chainChecking')}</p>}
      {state.status === 'failed' && (
        <p role="alert" className="hy-unknown">
          {t('hazardCard.chainUnknown')} {failureText(state.failure, t)}
        </p>
      )}
      {state.status === 'open' && <ChainWords chain={state.chain} />}
    </section>
  );
};

const areFilesFaulty = ({ files }: ChainState): boolean =>
  files.missing.length > 0 || files.altered.length > 0;

const chainWord = (state: Checked): string =>
  state.status !== 'open'
    ? state.status
    : state.chain.fault || areFilesFaulty(state.chain)
      ? 'fault'
      : state.chain.kept
        ? 'sound'
        : 'not-kept';

const FAULT_TEXTS = {
  changed: 'changed',
  'number-missing': 'numberMissing',
  'head-missing': 'headMissing',
} as const;

const ChainWords = ({ chain }: { readonly chain: ChainState }) => {
  const { t } = useTranslation();
  const { fault, kept, versions, checkedAt } = chain;
  return (
    <>
      {fault ? (
        <p role="alert" className="hy-bad">
          <strong>
            ✗{' '}
            {fault.kind === 'head-differs'
              ? t('chainFault.headDiffers')
              : t(`chainFault.${FAULT_TEXTS[fault.kind]}`, { n: fault.number })}
          </strong>
        </p>
      ) : (
        <p>
          {kept ? '✓' : '?'} {t('hazardCard.chainSound', { n: versions, at: countyMoment(checkedAt) })}
        </p>
      )}
      {chain.files.named > 0 && <FilesWords files={chain.files} />}
      <p className={kept ? 'hy-quiet' : 'hy-unknown'}>
        {kept
          ? t('hazardCard.chainKept', {
              n: kept.number,
              at: countyMoment(kept.at),
              hash: kept.hash.slice(0, 16),
            })
          : t('hazardCard.chainNotKept')}
      </p>
    </>
  );
};

/** Whether the files that versions name are those that were handed in. */
const FilesWords = ({ files }: { readonly files: ChainState['files'] }) => {
  const { t } = useTranslation();
  const { named, missing, altered } = files;
  const short = (hashes: readonly string[]): string => hashes.map((hash) => hash.slice(0, 12)).join(', ');
  if (missing.length === 0 && altered.length === 0)
    return <p data-chain-files="sound">✓ {t('hazardCard.filesSound', { n: named })}</p>;
  return (
    <div role="alert" className="hy-bad" data-chain-files="fault">
      {altered.length > 0 && (
        <p>
          <strong>✗ {t('hazardCard.filesAltered', { n: altered.length, files: short(altered) })}</strong>
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <strong>✗ {t('hazardCard.filesMissing', { n: missing.length, files: short(missing) })}</strong>
        </p>
      )}
    </div>
  );
};
