import { useTranslation } from 'react-i18next';
import type { HeadingAnswer } from '../../../../domain/contracts/drive-on.ts';
import { metresText } from './reason-words.ts';

interface Props {
  readonly heading: HeadingAnswer;
  /** Number of the chosen stretch. */
  readonly chosen?: number | null;
  /** Left out: a picture only, whose words stand beside it. */
  readonly onChoose?: (stretch: number) => void;
}

/** A heading laid out straight, from its beginning on the left, each stretch in its answer's pattern. */
export const StretchStrip = ({ heading, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  return (
    <div className="hy-drive-strip" aria-hidden={onChoose ? undefined : true}>
      {heading.stretches.map(({ from, to, answer }, i) => {
        const look = {
          className: 'hy-drive-piece',
          'data-answer': answer,
          style: { flexGrow: (to - from) / heading.length },
        } as const;
        const range = { from: metresText(from), to: metresText(to) };
        return onChoose ? (
          <button
            key={from}
            type="button"
            {...look}
            aria-pressed={chosen === i}
            title={`${t('driveOn.chainage', range)} ${t(`driveOn.${answer}`)}`}
            aria-label={`${t('driveOn.fly', range)} ${t(`driveOn.${answer}`)}`}
            onClick={() => onChoose(i)}
          />
        ) : (
          <span key={from} {...look} />
        );
      })}
    </div>
  );
};
