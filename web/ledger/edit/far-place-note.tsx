import { SwapOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HazardPlace } from '../../../domain/contracts/hazard.ts';
import { newFarPlace } from '../../../domain/hazards/far-place-rules.ts';
import { farText } from '../../../domain/hazards/far-place-text.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { usePlaceFromMine, usePlacesFromMine } from '../mine-ground.ts';
import { readCoordinates, swappedText, type TypedSystem, wrongLines } from './coordinate-text.ts';
import { Field } from './field.tsx';

interface NoteProps {
  readonly mine: string;
  readonly place: HazardPlace;
  /** As it is typed, in which system. */
  readonly text: string;
  readonly system: TypedSystem;
  readonly onSwap: (text: string) => void;
}

/** Said at once where a place is drawn: that it lies far from the mine, or would not if the numbers changed places. */
export const FarPlaceNote = ({ mine, place, text, system, onSwap }: NoteProps) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const fromMine = usePlacesFromMine(mine);
  const seen = usePlaceFromMine(mine, place);
  if (fromMine === null) return <p className="hy-quiet" data-far-unknown>{`? ${t('farPlace.failed')}`}</p>;
  if (fromMine === undefined || text.trim() === '') return null;
  const isWrong = wrongLines(text, system).length > 0;
  if (!isWrong && seen?.kind === 'unknown')
    return <p className="hy-quiet" data-far-unknown>{`? ${t('farPlace.unknown')}`}</p>;
  if (!isWrong && seen?.kind !== 'far') return null;
  const turned = swappedText(text);
  const helps =
    wrongLines(turned, system).length === 0 && fromMine(readCoordinates(turned, system)).kind !== 'far';
  if (isWrong && !helps) return null;
  const swapped = helps || (seen?.kind === 'far' && seen.swapped);
  return (
    <div role="alert" className="hy-note" data-far-place={swapped ? 'swapped' : 'far'}>
      <p>
        <span aria-hidden="true">⚠</span>{' '}
        {!isWrong && seen?.kind === 'far' && t('farPlace.far', { far: farText(seen)[language] })}{' '}
        {swapped ? t('farPlace.swapped') : t('farPlace.check')}
      </p>
      {helps && (
        <Button
          size="small"
          icon={<SwapOutlined />}
          data-action="swap-coordinates"
          onClick={() => onSwap(turned)}
        >
          {t('farPlace.swap')}
        </Button>
      )}
    </div>
  );
};

interface WhyProps {
  readonly mine: string;
  /** As it stands in the ledger; null: not at all. */
  readonly before: HazardPlace | null;
  readonly place: HazardPlace | null;
  readonly value: string;
  readonly onChange: (why: string) => void;
}

/** Asked for where a new place lies far from the mine; nothing else. */
export const WhyFarField = ({ mine, before, place, value, onChange }: WhyProps) => {
  const { t } = useTranslation();
  const fromMine = usePlacesFromMine(mine);
  if (!fromMine || newFarPlace(before, place, 'place', fromMine).length === 0) return null;
  return (
    <Field label={t('farPlace.why')} name="why-far" hint={t('farPlace.whyHint')} required>
      {(id) => (
        <Input id={id} maxLength={300} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
};
