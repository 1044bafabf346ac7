import { AimOutlined, GoldOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { MajorHazard } from '../../../domain/contracts/major-hazard.ts';
import { SourceText } from '../../live/source-text.tsx';
import { setView, useView } from '../../shell/view-store.ts';
import { placeText } from '../hazard-words.ts';
import { useNameOfLayer, useSurroundings } from '../ledger-context.ts';
import { usePlacedHazards } from '../use-placed-hazards.ts';

/** What a major hazard is about, and the ways there: its mine, hidden hazards of the ledger, and its place on the map or in 3D. */
export const MajorLinks = ({ hazard }: { readonly hazard: MajorHazard }) => {
  const { t } = useTranslation();
  const { nameOfMine, showMine, showAt, openMajorIn3d } = useSurroundings();
  const { mine, place } = hazard;
  const nameOfLayer = useNameOfLayer(mine);
  const into3d = openMajorIn3d(hazard);
  const day = useView((state) => state.day);
  const { hazards: hidden } = usePlacedHazards(hazard.hazards.length > 0 ? mine : null, day);
  return (
    <dl data-part="major-links">
      <div className="hy-attribute">
        <dt>{t('ledger.mine')}</dt>
        <dd>
          {showMine ? (
            <button type="button" className="hy-jump" data-link="mine" onClick={() => showMine(mine)}>
              {nameOfMine(mine)} →
            </button>
          ) : (
            nameOfMine(mine)
          )}
        </dd>
      </div>
      <div className="hy-attribute">
        <dt>{t('major.hidden')}</dt>
        <dd>
          {hazard.hazards.length === 0 && <span className="hy-unknown">{t('major.notLinked')}</span>}
          <ul className="hy-major-linked">
            {hazard.hazards.map((id) => (
              <li key={id}>
                <HiddenLink mine={mine} id={id} hidden={hidden.find((one) => one.id === id)} />
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div className="hy-attribute">
        <dt>{t('hazardField.place')}</dt>
        <dd>
          {place ? (
            <SourceText text={placeText(place, t, nameOfLayer)} />
          ) : (
            <span className="hy-unknown">{t('hazardCard.notGiven')}</span>
          )}
          <span className="hy-major-ways">
            {showAt && place && (
              <Button
                size="small"
                icon={<AimOutlined />}
                data-action="show-place"
                onClick={() => showAt(mine, place)}
              >
                {t('hazardCard.showPlace')}
              </Button>
            )}
            {into3d && (
              <Button size="small" icon={<GoldOutlined />} data-action="open-in-3d" onClick={into3d}>
                {t('hazardCard.openIn3d')}
              </Button>
            )}
          </span>
        </dd>
      </div>
    </dl>
  );
};

interface LinkProps {
  readonly mine: string;
  readonly id: string;
  /** undefined: it is not known here. */
  readonly hidden: Pick<Hazard, 'title' | 'state'> | undefined;
}

const HiddenLink = ({ mine, id, hidden }: LinkProps) => {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="hy-jump"
      data-link="hidden"
      onClick={() => setView({ ledgerPage: 'list', openHazard: { mine, hazard: id } })}
    >
      {hidden && <SourceText text={hidden.title} />} {id}
      {hidden && ` · ${t(`hazardState.${hidden.state}`)}`} →
    </button>
  );
};
