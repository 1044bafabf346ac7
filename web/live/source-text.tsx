import { useTranslation } from 'react-i18next';
import { SURFACE } from '../../domain/live/spots.ts';
import { useLanguage } from '../shell/preferences.ts';
import { useLive } from './live-store.ts';
import { langOf, placeName } from './place-names.ts';

/** A name as the mine wrote it: of a person, a team, a place. Chinese in the English interface is marked as Chinese. */
export const SourceText = ({ text }: { text: string }) => {
  const language = useLanguage();
  return <span lang={langOf(text, language)}>{text}</span>;
};

/** A place's name in the reader's language where live.yaml gives one, else as it was surveyed. */
export const PlaceName = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  if (name === SURFACE.name) return t('live.surface');
  return <SourceText text={placeName(name, setup, language)} />;
};
