import { setImmediate } from 'node:timers/promises';
import type { Hazard } from '../../domain/contracts/hazard.ts';
import type {
  ImportChange,
  ImportReject,
  LedgerImport,
  LedgerRefusal,
} from '../../domain/contracts/ledger.ts';
import { countyDay } from '../../domain/county/county-day.ts';
import { HAZARD_COLUMNS, VERSION_HEADER } from '../../domain/hazards/exchange/ledger-tables.ts';
import { ORIGIN_HEADER } from '../../domain/hazards/exchange/origin-mark.ts';
import {
  headerOfPath,
  type ReadHazard,
  type ReadLedger,
} from '../../domain/hazards/exchange/read-ledger-tables.ts';
import { cornersOf, type PlacesFromMine } from '../../domain/hazards/far-place.ts';
import { type FoundFar, farRefusal, newFarPlaces } from '../../domain/hazards/far-place-rules.ts';
import { reasonWithFar } from '../../domain/hazards/far-place-text.ts';
import { hazardDifference, hazardField } from '../../domain/hazards/hazard-difference.ts';
import { canonicalJson } from '../../domain/hazards/ledger-chain.ts';
import { refusal } from '../../domain/hazards/refuser.ts';
import { type WriteRights, writeRefusals } from '../../domain/hazards/write-rules.ts';
import type { ViewerDatabase } from '../live/store/as-viewer.ts';
import { knownAttachments } from './attachments/attachment-rows.ts';
import { ownEvidence } from './own-evidence.ts';
import {
  appendVersions,
  lockChain,
  type NewVersion,
  type VersionRow,
  type Writer,
} from './store/append-version.ts';
import { lastVersions, versionRows } from './store/read-ledger.ts';
import { filesOf } from './write-hazard.ts';

/** Judged in one turn: some milliseconds, and then whoever else waits for this process. */
const ROWS_A_TURN = 50;

/** Where in the file a refusal of the ledger's rules is shown. */
const rejectOf = ({ sheet, row, hazard }: ReadHazard, { field, what, mend }: LedgerRefusal): ImportReject => {
  const [first, index] = field?.split('.') ?? [];
  const piece = first === 'evidence' && index !== undefined ? hazard.evidence[Number(index)] : undefined;
  const column =
    field === null || sheet === null
      ? field
      : piece
        ? `证据 ${piece.id}`
        : headerOfPath(HAZARD_COLUMNS, field);
  return { sheet, row, column, value: hazard.id, what, mend };
};

/** The file says that it is made up, or that nobody can tell; of this mine nothing of the kind is said. */
const marked = (one: ReadHazard, mark: string): ImportReject => ({
  ...{ sheet: one.sheet, row: one.row, value: mark },
  column: one.sheet === null ? 'origin' : ORIGIN_HEADER,
  what: {
    zh: '这一行（或它的证据）写着不是真实记录，这座矿的台账只收真实记录。',
    en: 'This row, or evidence of it, says that it is no real record; the ledger of this mine holds real ones only.',
  },
  mend: {
    zh: '不要导入演示数据；确系真实记录的，清空“数据性质”再导入。',
    en: 'Do not import demo data; where it is a real record, empty what is said of its origin.',
  },
});

/** Where in the file a place stands that lies far from the mine, as it is written there. */
const farOf = (one: ReadHazard, found: FoundFar): ImportReject => {
  const reject = rejectOf(one, farRefusal(found));
  const [, index] = found.field.split('.');
  const place =
    index === undefined ? one.hazard.place : (one.hazard.evidence[Number(index)]?.place ?? one.hazard.place);
  const [first] = cornersOf(place);
  return { ...reject, value: first ? `${one.hazard.id}: ${first.join(', ')}` : one.hazard.id };
};

/** Somebody wrote since the file was exported. */
const outdated = (one: ReadHazard, base: number, last: number): ImportReject => ({
  ...{ sheet: one.sheet, row: one.row, value: one.hazard.id },
  column: one.sheet === null ? 'version' : VERSION_HEADER,
  what: {
    zh: `这一行导出自第 ${base} 号版本，台账里已是第 ${last} 号：其间有人写过。`,
    en: `This row was exported from version ${base}; the ledger has version ${last} by now: somebody wrote meanwhile.`,
  },
  mend: {
    zh: '重新导出，在新的文件里再改一次。',
    en: 'Export it anew, and make your change in the new file.',
  },
});

const changeOf = (before: Hazard, after: Hazard, isBased: boolean): ImportChange => {
  const differences = hazardDifference(before, after);
  const fields = differences.flatMap((one) => (one.kind === 'field' ? [one.field] : []));
  return {
    hazard: after.id,
    fields,
    emptied: fields.filter((field) => (hazardField(after, field) ?? null) === null),
    evidence: differences.flatMap((one) => (one.kind === 'evidence-added' ? [one.id] : [])),
    isBased,
  };
};

/**
 * Takes what was read of a file into the mine's ledger: new hazards, and new versions of those that differ. What is the same is left alone,
 * what the rules refuse is told; everything that is taken is taken together.
 */
export const importLedger = async (
  tx: ViewerDatabase,
  mine: string,
  read: ReadLedger,
  o: {
    readonly by: Writer;
    readonly rights: WriteRights;
    readonly now: number;
    /** Says what would be done, and does nothing. */
    readonly dry: boolean;
    readonly file: string;
    /** What is said of where the mine's own data come from; null: nothing, they are real. */
    readonly mark: string | null;
    readonly fromMine: PlacesFromMine;
    /** Why places of the file lie far from the mine; null: nobody says, and their hazards are left out. */
    readonly whyFar: string | null;
  },
): Promise<LedgerImport> => {
  const end = await lockChain(tx, mine);
  const last = new Map<string, VersionRow>();
  for await (const rows of versionRows(tx, await lastVersions(tx, [mine], null)))
    for (const row of rows) last.set(row.hazard, row);
  const attachments = await knownAttachments(tx, mine, filesOf(read.hazards.map(({ hazard }) => hazard)));
  const rejects = [...read.rejects];
  const [added, unchanged]: string[][] = [[], []];
  const changes: ImportChange[] = [];
  const far: ImportReject[] = [];
  const versions: NewVersion[] = [];
  const reason = `导入 ${o.file}`;
  let turn = 0;
  for (const one of read.hazards) {
    if (++turn % ROWS_A_TURN === 0) await setImmediate();
    const { hazard, base } = one;
    if (hazard.mine !== mine) {
      // Another mine's hazard may have an id of this one's.
      rejects.push(rejectOf(one, refusal('other-mine', 'mine', hazard.mine)));
      continue;
    }
    if (one.mark !== null && o.mark === null) {
      rejects.push(marked(one, one.mark));
      continue;
    }
    const written = last.get(hazard.id);
    if (written?.content === canonicalJson(hazard)) {
      unchanged!.push(hazard.id);
      continue;
    }
    if (written && base !== null && base !== written.number) {
      rejects.push(outdated(one, base, written.number));
      continue;
    }
    const before = written ? (JSON.parse(written.content) as Hazard) : null;
    const { fromMine, whyFar } = o;
    const refusals = writeRefusals({
      ...{ mine, before, after: hazard, reason, fromMine: null, whyFar },
      rights: o.rights,
      today: countyDay(o.now),
      attachments,
      own: await ownEvidence(tx, mine, hazard, before, o.by.account),
    });
    const farPlaces = newFarPlaces({ before, after: hazard, fromMine });
    far.push(...farPlaces.map((found) => farOf(one, found)));
    if (refusals.length > 0) rejects.push(...refusals.map((refusal) => rejectOf(one, refusal)));
    else if (farPlaces.length === 0 || whyFar !== null) {
      if (before) changes.push(changeOf(before, hazard, base !== null));
      else added!.push(hazard.id);
      const because = farPlaces.length > 0 && whyFar !== null ? reasonWithFar(reason, whyFar) : reason;
      versions.push({ reason: because, hazard: hazard.id, content: hazard, at: o.now, by: o.by });
    }
  }
  if (!o.dry) await appendVersions(tx, mine, end, versions);
  return {
    file: o.file,
    rows: read.rows,
    ...{ added: added!, changed: changes.map((one) => one.hazard), changes },
    ...{ unchanged: unchanged!, rejects, far, dry: o.dry },
  };
};
