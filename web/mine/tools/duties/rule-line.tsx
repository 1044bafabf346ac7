import { useTranslation } from 'react-i18next';

interface Props {
  readonly rule: {
    readonly id: string;
    readonly jurisdiction: string;
    readonly clause: string;
    readonly status: string;
  };
}

/** What something is held against, with where it is written and how well that is verified. */
export const RuleLine = ({ rule: { id, jurisdiction, clause, status } }: Props) => {
  const { t } = useTranslation();
  return <p className="hy-duties-quiet">{t('duties.rule', { id, jurisdiction, clause, status })}</p>;
};
