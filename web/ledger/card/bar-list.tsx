import { useTranslation } from 'react-i18next';
import type { CloseOutBar } from '../../../domain/hazards/close-out.ts';

/** What stands in the way of closing, each in words. */
export const BarList = ({ bars }: { readonly bars: readonly CloseOutBar[] }) => {
  const { t } = useTranslation();
  return (
    <ul className="hy-bars">
      {bars.map((bar) => (
        <li key={bar} data-bar={bar}>
          <span aria-hidden="true">✗</span> {t(`closeOutBar.${bar}`)}
        </li>
      ))}
    </ul>
  );
};
