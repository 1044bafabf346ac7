import { PaperClipOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { EVIDENCE_METHODS } from '../../../domain/contracts/driving.ts';
import type { Evidence, Hazard } from '../../../domain/contracts/hazard.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { crossValidation, type Unconfirming } from '../../../domain/hazards/cross-validation.ts';
import type { HazardStanding } from '../../../domain/hazards/hazard-standing.ts';
import { METHODS_THAT_PROVE } from '../../../domain/hazards/witness.ts';
import { SourceText } from '../../live/source-text.tsx';
import { CorroborationSign } from '../corroboration-sign.tsx';
import { EditButton } from '../edit/edit-button.tsx';
import { FarPlaceSign } from '../far-place-sign.tsx';
import { placeText, sinceText, unconfirmingText, validationText } from '../hazard-words.ts';
import { useNameOfLayer } from '../ledger-context.ts';
import { ledgerRoutes } from '../ledger-routes.ts';

const SAYS_SIGNS = { present: '●', absent: '○', unclear: '◐' } as const;

interface Props {
  readonly version: LedgerVersion;
  readonly standing: HazardStanding;
}

/** All evidence by its method, methods nobody has used too, and what it amounts to. */
export const EvidenceMatrix = ({ version, standing }: Props) => {
  const { t } = useTranslation();
  const { hazard } = version;
  const { crossValidation: validation, sinceTreatment } = standing;
  const unconfirming = new Map(crossValidation(hazard.evidence).unconfirming.map((one) => [one.id, one]));
  return (
    <section className="hy-hazard-part" data-part="evidence">
      <h3>
        <span>{t('hazardCard.evidence')}</span>
        <EditButton task="evidence" version={version} />
      </h3>
      <p className="hy-hazard-validation">
        <CorroborationSign status={validation.status} /> {validationText(validation, t)}
      </p>
      {sinceTreatment && <p data-since-treatment>{sinceText(sinceTreatment, t)}</p>}
      <div className="hy-evidence-matrix">
        {EVIDENCE_METHODS.map((method) => {
          const found = hazard.evidence.filter((one) => one.method === method);
          return (
            <div
              key={method}
              className="hy-evidence-method"
              data-method={method}
              data-none={found.length === 0}
            >
              <h4>
                {t(`evidenceKind.${method}`)}
                {!(METHODS_THAT_PROVE as readonly string[]).includes(method) && (
                  <span className="hy-quiet" title={t('hazardCard.paperHint')}>
                    {t('hazardCard.paper')}
                  </span>
                )}
              </h4>
              {found.length === 0 ? (
                <p className="hy-quiet">{t('hazardCard.noEvidence')}</p>
              ) : (
                found.map((one) => (
                  <Piece key={one.id} piece={one} hazard={hazard} unconfirming={unconfirming.get(one.id)} />
                ))
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
};

interface PieceProps {
  readonly piece: Evidence;
  readonly hazard: Hazard;
  /** Why it confirms nothing; undefined: it does, or no longer counts, or is a paper. */
  readonly unconfirming: Unconfirming | undefined;
}

const Piece = ({ piece, hazard, unconfirming }: PieceProps) => {
  const { t } = useTranslation();
  const nameOfLayer = useNameOfLayer(hazard.mine);
  const corrected =
    unconfirming?.kind === 'withdrawn'
      ? undefined
      : hazard.evidence.find(({ replaces }) => replaces === piece.id);
  return (
    <article className="hy-evidence-piece" data-says={piece.says} data-replaced={corrected !== undefined}>
      <p>
        <strong data-says={piece.says}>
          <span aria-hidden="true">{SAYS_SIGNS[piece.says]}</span> {t(`evidenceSays.${piece.says}`)}
        </strong>{' '}
        <time>{piece.on}</time> · <SourceText text={piece.author} />
        {piece.file && (
          <a
            href={ledgerRoutes.attachmentUrl(hazard.mine, piece.file)}
            download
            title={piece.file}
            data-attachment={piece.file}
          >
            <PaperClipOutlined aria-hidden="true" /> {t('hazardCard.attachment')}
          </a>
        )}
      </p>
      <p>
        <SourceText text={piece.finding} />
      </p>
      <p className="hy-quiet hy-evidence-source">
        <SourceText text={piece.id} />
        {piece.place && ` · ${placeText(piece.place, t, nameOfLayer)}`}
        {piece.replaces && ` · ${t('hazardCard.replaces', { id: piece.replaces })}`}
        {!piece.file && ` · ${t('hazardCard.noAttachment')}`}
      </p>
      <FarPlaceSign mine={hazard.mine} place={piece.place} />
      {corrected && <p className="hy-note">{t('hazardCard.replacedBy', { id: corrected.id })}</p>}
      {unconfirming && (
        <p className="hy-note" data-unconfirming={unconfirming.kind}>
          <span aria-hidden="true">⚠</span> {unconfirmingText(unconfirming, t)}
        </p>
      )}
    </article>
  );
};
