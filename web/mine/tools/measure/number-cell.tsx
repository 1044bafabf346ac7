import { InputNumber } from 'antd';

interface Props {
  readonly field: string;
  readonly label: string;
  readonly value: number;
  readonly decimals: number;
  readonly unit?: string;
  /** Before the number, where it is a coordinate. */
  readonly letter?: string;
  readonly onValue: (value: number) => void;
}

/** A number one may correct, with its name for those who do not see where it stands. */
export const NumberCell = ({ field, label, value, decimals, unit, letter, onValue }: Props) => (
  <InputNumber<number>
    size="small"
    aria-label={label}
    title={label}
    data-field={field}
    value={Number(value.toFixed(decimals))}
    precision={decimals}
    step={1}
    changeOnBlur
    controls={false}
    prefix={letter}
    suffix={unit}
    onChange={(next) => next !== null && onValue(next)}
  />
);
