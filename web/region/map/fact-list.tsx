import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What is known of a thing, name by name; what is not known says so. */
export const FactList = ({
  facts,
}: {
  readonly facts: readonly { readonly id: string; readonly name: string; readonly value: ReactNode | null }[];
}) => {
  const { t } = useTranslation();
  return (
    <dl className="hy-facts">
      {facts.map(({ id, name, value }) => (
        <div key={id} data-fact={id}>
          <dt>{name}</dt>
          <dd className={value === null ? 'hy-map-unknown' : undefined}>{value ?? t('app.unknown')}</dd>
        </div>
      ))}
    </dl>
  );
};
