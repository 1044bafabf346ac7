import { useTranslation } from 'react-i18next';
import type { Hazard } from '../../../domain/contracts/hazard.ts';
import type { HazardDifference } from '../../../domain/hazards/hazard-difference.ts';
import { useLanguage } from '../../shell/preferences.ts';
import { evidenceFieldText, hazardFieldText } from '../hazard-words.ts';
import { useNameOfLayer } from '../ledger-context.ts';

interface Props {
  readonly before: Hazard;
  readonly after: Hazard;
  readonly differences: readonly HazardDifference[];
}

/** What changed between two versions, field by field: the old struck out, the new beside it. */
export const DifferenceList = ({ before, after, differences }: Props) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOfLayer = useNameOfLayer(after.mine);
  const rows = differences.flatMap((one): Row[] => {
    if (one.kind === 'field')
      return [
        {
          key: one.field,
          name: t(`hazardField.${one.field}`),
          old: hazardFieldText(before, one.field, t, language, nameOfLayer),
          now: hazardFieldText(after, one.field, t, language, nameOfLayer),
        },
      ];
    const name = t('hazardCard.evidenceOf', { id: one.id });
    const [old, now] = [before, after].map(({ evidence }) => evidence.find(({ id }) => id === one.id));
    const summary = (piece: typeof old) =>
      piece
        ? `${t(`evidenceKind.${piece.method}`)} · ${t(`evidenceSays.${piece.says}`)} · ${piece.on}`
        : null;
    if (one.kind !== 'evidence-changed') return [{ key: one.id, name, old: summary(old), now: summary(now) }];
    return one.fields.map((field) => ({
      key: `${one.id} ${field}`,
      name: `${name} · ${t(`evidenceField.${field}`)}`,
      old: old ? evidenceFieldText(old, field, t, nameOfLayer) : null,
      now: now ? evidenceFieldText(now, field, t, nameOfLayer) : null,
    }));
  });
  if (rows.length === 0) return <p className="hy-quiet">{t('hazardCard.nothingChanged')}</p>;
  return (
    <dl className="hy-difference">
      {rows.map(({ key, name, old, now }) => (
        <div key={key} className="hy-attribute" data-difference={key}>
          <dt>{name}</dt>
          <dd>
            {old !== null && <del>{old}</del>}
            {now !== null ? <ins>{now}</ins> : <em>{t('hazardCard.removed')}</em>}
          </dd>
        </div>
      ))}
    </dl>
  );
};

interface Row {
  readonly key: string;
  readonly name: string;
  /** null: there was none. */
  readonly old: string | null;
  readonly now: string | null;
}
