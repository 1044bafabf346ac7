import { useTranslation } from 'react-i18next';

const KNOWN = ['water', 'roof-fall', 'ground-pressure', 'rockburst', 'fire', 'slope', 'subsidence'] as const;

/** The name of a kind of disaster; another word stays as it was written. */
export const useDisasterKind = (): ((kind: string) => string) => {
  const { t } = useTranslation();
  return (kind) => {
    const known = KNOWN.find((one) => one === kind);
    return known ? t(`disasterKind.${known}`) : kind;
  };
};
