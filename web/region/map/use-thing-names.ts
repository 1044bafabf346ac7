import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CountyFeature, RegisterMine } from '../../../domain/contracts/county.ts';
import type { NeighbourFinding, NeighbourProof } from '../../../domain/contracts/neighbours.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { useMineNames } from '../neighbours/use-mine-names.ts';
import { distanceText } from './proofs-of-finding.ts';

/** What a thing drawn in depth is called: whose, what, and its own name. */
export interface ThingNames {
  feature(feature: CountyFeature): string;
  right(mine: RegisterMine): string;
  finding(finding: NeighbourFinding): string;
  /** How near, or by how much two zones overlap. */
  distance(proof: NeighbourProof): string;
}

export const useThingNames = (): ThingNames => {
  const { t } = useTranslation();
  const language = useLanguage();
  const mines = useMineNames();
  return useMemo(() => {
    const distance = (proof: NeighbourProof): string =>
      proof.distance < 0
        ? t('neighbours.overlap', { distance: distanceText({ ...proof, distance: -proof.distance }) })
        : distanceText(proof);
    return {
      feature: ({ mine, kind, name }) =>
        `${t('neighbours.thing', { mine: mines(mine), kind: t(`neighbourKind.${kind}`) })} · ${name[language]}`,
      right: ({ name }) => t('neighbours.thing', { mine: name[language], kind: t('neighbourKind.right') }),
      distance,
      finding: ({ check, mines: of, proofs: [proof] }) =>
        [t(`neighbourCheck.${check}`), of.map(mines).join(' ↔ '), proof ? distance(proof) : '']
          .filter((part) => part !== '')
          .join(' · '),
    };
  }, [t, language, mines]);
};
