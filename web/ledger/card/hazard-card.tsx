import { AimOutlined, CloseOutlined, GoldOutlined, LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { HAZARD_STATES } from '../../../domain/contracts/hazard.ts';
import type { LedgerVersion } from '../../../domain/contracts/ledger.ts';
import { standingOf } from '../../../domain/hazards/hazard-standing.ts';
import { movedUpTo } from '../../../domain/hazards/moved-deadline.ts';
import { SourceText } from '../../live/source-text.tsx';
import { useLanguage } from '../../shell/preferences.ts';
import { setView } from '../../shell/view-store.ts';
import { EditButton } from '../edit/edit-button.tsx';
import { FarPlaceSign } from '../far-place-sign.tsx';
import { categoryText } from '../hazard-words.ts';
import { useNotAllowed } from '../ledger-account.ts';
import { useSurroundings } from '../ledger-context.ts';
import { MajorsOfHazard } from '../major/majors-of-hazard.tsx';
import { ChainSign } from './chain-sign.tsx';
import { CloseOut } from './close-out.tsx';
import { EvidenceMatrix } from './evidence-matrix.tsx';
import { FixedAndTreatment, HazardFieldRow } from './fixed-and-treatment.tsx';
import './hazard-card.css';
import { VersionHistory } from './version-history.tsx';

interface Props {
  /** As it was on the shown day. */
  readonly version: LedgerVersion;
  /** All of them, oldest first. */
  readonly versions: readonly LedgerVersion[];
  /** The past day that is shown; null: now. */
  readonly on: string | null;
  /** The shown day, YYYY-MM-DD. */
  readonly today: string;
}

/** Everything the ledger knows of one hazard, from how it was found to what stands in the way of closing it. */
export const HazardCard = ({ version, versions, on, today }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOfMine, showPlace, openIn3d, scope } = useSurroundings();
  const { hazard } = version;
  const standing = standingOf(hazard, today);
  const moved = movedUpTo(versions, version.number);
  const into3d = openIn3d(hazard);
  const mayNotWrite = useNotAllowed('write-hazard');
  const mayNotClose = useNotAllowed('close-hazard');
  return (
    <article className="hy-hazard-card" data-hazard-card={hazard.id} aria-label={hazard.title}>
      <header>
        <div>
          <h2>
            <SourceText text={hazard.title} />
          </h2>
          <p className="hy-quiet">
            {categoryText(hazard.category, language)} · <SourceText text={hazard.id} />
            {scope.of === 'county' && ` · ${nameOfMine(hazard.mine)}`}
          </p>
        </div>
        {showPlace && (
          <Button
            size="small"
            icon={<AimOutlined />}
            data-action="show-place"
            onClick={() => showPlace(hazard)}
          >
            {t('hazardCard.showPlace')}
          </Button>
        )}
        {into3d && (
          <Button size="small" icon={<GoldOutlined />} data-action="open-in-3d" onClick={into3d}>
            {t('hazardCard.openIn3d')}
          </Button>
        )}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('hazardCard.close')}
          onClick={() => setView({ openHazard: null })}
        />
      </header>
      <ol className="hy-hazard-steps" aria-label={t('hazardField.state')}>
        {HAZARD_STATES.map((state, at) => (
          <li
            key={state}
            aria-current={state === hazard.state ? 'step' : undefined}
            data-past={at < HAZARD_STATES.indexOf(hazard.state)}
          >
            {t(`hazardState.${state}`)}
          </li>
        ))}
      </ol>
      {[...new Set([mayNotWrite, mayNotClose])].map(
        (why) =>
          why !== null && (
            <p key={why} className="hy-hazard-may" data-may-not>
              <LockOutlined aria-hidden="true" /> {why}
            </p>
          ),
      )}
      <section className="hy-hazard-part" data-part="found">
        <h3>
          <span>{t('hazardCard.found')}</span>
          <EditButton task="basics" version={version} />
        </h3>
        <dl>
          <HazardFieldRow hazard={hazard} field="place" />
          {hazard.place.kind !== 'feature' && <HazardFieldRow hazard={hazard} field="elevation" />}
          <HazardFieldRow hazard={hazard} field="found" />
        </dl>
        <FarPlaceSign mine={hazard.mine} place={hazard.place} />
      </section>
      <EvidenceMatrix version={version} standing={standing} />
      <FixedAndTreatment version={version} overdue={standing.overdue} moved={moved} />
      <MajorsOfHazard hazard={hazard} on={on} />
      <CloseOut version={version} bars={standing.bars} />
      <VersionHistory versions={versions} shown={version} />
      {/* A newer version means a longer chain. */}
      <ChainSign key={`chain ${versions.length}`} mine={hazard.mine} />
    </article>
  );
};
