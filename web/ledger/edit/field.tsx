import { type ReactNode, useId } from 'react';

interface Props {
  readonly label: string;
  /** In the form's own words, for tests and for what is complained of. */
  readonly name: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly children: (id: string) => ReactNode;
}

/** A labelled field of a ledger form. */
export const Field = ({ label, name, hint, required = false, children }: Props) => {
  const id = useId();
  return (
    <div className="hy-edit-field" data-field={name}>
      <label htmlFor={id}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {children(id)}
      {hint && <p className="hy-quiet">{hint}</p>}
    </div>
  );
};
