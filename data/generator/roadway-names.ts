import type { Roadway } from './roadway.ts';

/** What a roadway is called in English, by the last part of its id. */
const PARTS: Readonly<Record<string, string>> = {
  YM: 'footwall haulage drift',
  YB: 'ore drive',
  HF: 'hangingwall return airway',
  FD: 'sublevel drift',
  MT: 'main shaft station',
  SM: 'main haulage crosscut',
  CC: 'shaft-bottom yard loop',
  BN: 'refuge chamber',
  FJ: 'ventilation crosscut',
  BF: 'central pump room',
  BD: 'central substation',
  SC1: 'main sump',
  SC2: 'second sump',
  PD: 'belt drift',
  BZ: 'explosives store',
  TK: 'hangingwall exploration drift',
};

/** The English name of a roadway of the iron mine. @throws Error where nobody has given its kind one */
export const englishRoadway = ({ id, level }: Pick<Roadway, 'id' | 'level'>): string => {
  if (id === 'XPD') return 'Ramp';
  const at = `${level} m`;
  const raise = /^TJ(\d+)-(\d+)$/.exec(id);
  if (raise) return `${at} ventilation raise ${raise[2]}`;
  if (/^XPL\d+$/.test(id)) return `${at} ramp access`;
  const part = id.slice(id.indexOf('-') + 1);
  const numbered = /^(CM|JL)(\d+)$/.exec(part);
  if (numbered) return `${at} ${numbered[1] === 'CM' ? 'crosscut' : 'stope access'} ${Number(numbered[2])}`;
  const word = PARTS[part];
  if (!word) throw new Error(`the roadway ${id} has no English name: add one in roadway-names.ts`);
  return `${at} ${word}`;
};
