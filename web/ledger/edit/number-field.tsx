import { InputNumber } from 'antd';

interface Props {
  readonly id: string;
  /** NaN: nothing is typed. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that may be missing while one types. */
export const NumberField = ({ id, value, onChange }: Props) => (
  <InputNumber<number>
    id={id}
    className="hy-wide"
    value={Number.isNaN(value) ? null : value}
    onChange={(next) => onChange(next ?? Number.NaN)}
  />
);
