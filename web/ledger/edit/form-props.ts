import type { Hazard } from '../../../domain/contracts/hazard.ts';

/** A form shows the draft and says what it becomes. */
export interface FormProps {
  readonly draft: Hazard;
  readonly onChange: (draft: Hazard) => void;
}
