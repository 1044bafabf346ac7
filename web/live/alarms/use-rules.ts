import { useCallback, useEffect, useRef, useState } from 'react';
import type { RuleList } from '../../../domain/contracts/live/rule-list.ts';
import type { Fetched } from '../../shell/fetch-json.ts';
import { liveClient } from '../live-context.ts';

/** Every rule of the mine shown, as the gateway runs them; null while it is asked. And how to ask again. */
export const useRules = (): [Fetched<RuleList> | null, () => void] => {
  const [answer, setAnswer] = useState<Fetched<RuleList> | null>(null);
  const asked = useRef<AbortController | null>(null);
  const ask = useCallback(() => {
    asked.current?.abort();
    asked.current = new AbortController();
    setAnswer(null);
    liveClient()
      ?.routes.rules(asked.current.signal)
      .then(setAnswer, () => {}); // only an abort rejects
  }, []);
  useEffect(() => {
    ask();
    return () => asked.current?.abort();
  }, [ask]);
  return [answer, ask];
};
