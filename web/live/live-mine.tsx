import './register.ts';
import { useLiveMine } from './use-live-mine.ts';

/** The live side at work; draws nothing. */
export const LiveMine = ({ mine }: { mine: string }) => {
  useLiveMine(mine);
  return null;
};
