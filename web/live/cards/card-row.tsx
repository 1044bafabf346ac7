import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** One attribute of a live card; null says that it is not known. */
export const CardRow = ({ id, name, children }: { id: string; name: string; children: ReactNode | null }) => {
  const { t } = useTranslation();
  return (
    <div className="hy-attribute" data-live={id}>
      <dt>{name}</dt>
      <dd data-unknown={children === null}>{children ?? t('app.unknown')}</dd>
    </div>
  );
};
