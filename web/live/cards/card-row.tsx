import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface CardRowProps {
  readonly id: string;
  readonly name: string;
  /** The past is shown, and of it this is not kept at all. */
  readonly notKept?: boolean;
  readonly children: ReactNode | null;
}

/** One attribute of a live card; null says that it is not known. */
export const CardRow = ({ id, name, notKept = false, children }: CardRowProps) => {
  const { t } = useTranslation();
  return (
    <div className="hy-attribute" data-live={id}>
      <dt>{name}</dt>
      <dd data-unknown={notKept || children === null} data-not-kept={notKept || undefined}>
        {notKept ? t('who.notKept') : (children ?? t('app.unknown'))}
      </dd>
    </div>
  );
};
