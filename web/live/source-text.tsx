import { useTranslation } from 'react-i18next';
import { nameIn } from '../../domain/accounts/demo-names.ts';
import { SURFACE } from '../../domain/live/spots.ts';
import { useLanguage } from '../shell/preferences.ts';
import { useLive } from './live-store.ts';
import { langOf, placeName } from './place-names.ts';

/**
 * A name as the mine wrote it: of a person, a team, a place. Chinese in the English interface is marked as Chinese; only the demo's
 * own accounts have a name in either language.
 */
export const SourceText = ({ text }: { text: string }) => {
  const language = useLanguage();
  const shown = nameIn(text, language);
  return <span lang={langOf(shown, language)}>{shown}</span>;
};

/** A place's name in the reader's language where live.yaml gives one, else as it was surveyed. */
export const PlaceName = ({ name }: { name: string }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  if (name === SURFACE.name) return t('live.surface');
  return <SourceText text={placeName(name, setup, language)} />;
};
