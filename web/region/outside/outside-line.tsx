import { WarningFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { NamedOutside } from '../../../domain/contracts/mines-outside.ts';
import { formatCount } from '../../shell/format-number.ts';
import { useLanguage } from '../../shell/preferences.ts';
import './outside.css';
import type { OutsideState } from './outside-store.ts';

type Where = 'duties' | 'neighbours' | 'print';

/** One line that names the mines which what stands here leaves out; nothing where there are none. */
export const OutsideLine = ({
  where,
  mines,
}: {
  readonly where: Where;
  readonly mines: readonly Pick<NamedOutside, 'id' | 'name'>[];
}) => {
  const { t } = useTranslation();
  const language = useLanguage();
  if (mines.length === 0) return null;
  const names = mines.map(({ name }) => name[language]).join(t('map.comma'));
  return (
    <p className="hy-outside-line" role="note" data-outside-line={mines.length}>
      <WarningFilled aria-hidden="true" />{' '}
      {t(`outsideLine.${where}`, { n: formatCount(mines.length), names })}
    </p>
  );
};

/** The same where it is asked for; that it could not be had is said too. */
export const AskedOutsideLine = ({
  where,
  state,
}: {
  readonly where: Where;
  readonly state: OutsideState;
}) => {
  const { t } = useTranslation();
  if (state.status === 'failed')
    return (
      <p className="hy-outside-line" role="alert" data-outside-line="failed">
        <WarningFilled aria-hidden="true" /> {t('outside.failed')}
      </p>
    );
  return state.status === 'open' ? <OutsideLine where={where} mines={state.mines} /> : null;
};
