import type { CheckedHead, KeptChainHead } from '../contracts/ledger-heads.ts';
import { type ChainedEntry, checkChain, type Sha256 } from './ledger-chain.ts';

/**
 * Whether a chain still holds what it held when somebody wrote down its head elsewhere. What the database itself says of its heads is not
 * asked: whoever changes versions may change these as well.
 * @param entries the whole chain as it is now, in the order of its numbers
 */
export const createHeadCheck = (
  entries: readonly ChainedEntry[],
  sha256: Sha256,
): ((head: KeptChainHead) => CheckedHead) => {
  // Once for all heads of the chain: hashing forty thousand versions takes seconds.
  const fault = checkChain(entries, sha256);
  return ({ mine, ledger, number, hash }) => {
    const told = (verdict: CheckedHead['verdict'], first: number | null): CheckedHead => ({
      ...{ mine, ledger, number, verdict, first },
      versions: entries.length,
    });
    if (entries.length === 0) return told('missing', null);
    if (fault) return told('altered', 'number' in fault ? fault.number : null);
    if (entries.length < number) return told('shorter', entries.length + 1);
    // Sound in itself and another: from where it was written anew, one head cannot tell.
    return entries[number - 1]!.hash === hash ? told('agrees', null) : told('altered', null);
  };
};
