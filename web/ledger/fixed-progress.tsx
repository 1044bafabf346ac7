import { useTranslation } from 'react-i18next';
import { FIVE_FIXED, type FixedItem } from '../../domain/hazards/five-fixed.ts';
import { useLanguage } from '../shell/preferences.ts';

interface Props {
  readonly missing: readonly FixedItem[];
}

/** How many of the five are fixed, and by name which are not. */
export const FixedProgress = ({ missing }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = (item: FixedItem): string => {
    const name = t(`hazardField.${item}`);
    return language === 'en' ? name.toLowerCase() : name;
  };
  const lacking =
    missing.length === FIVE_FIXED.length
      ? t('ledger.missingAll')
      : t('ledger.missing', { items: missing.map(nameOf).join(t('ledger.comma')) });
  return (
    <span className="hy-fixed" data-missing={missing.length}>
      <span className="hy-fixed-count">
        {FIVE_FIXED.length - missing.length}/{FIVE_FIXED.length}
      </span>
      {missing.length > 0 && (
        <span className="hy-bad" title={lacking}>
          ✗ {lacking}
        </span>
      )}
    </span>
  );
};
