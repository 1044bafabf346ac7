import { parentPort, workerData } from 'node:worker_threads';
import { maintainMine } from './archive.ts';
import { ArchiveReader } from './archive-reader.ts';
import type { WorkAnswer, WorkerStart, WorkRequest } from './background-work.ts';
import { connect } from './connection.ts';
import { History } from './history.ts';
import { NameIds } from './name-ids.ts';
import { isPassing } from './store-down.ts';

/** The thread behind BackgroundWork. */
const { where, archiveFolder } = workerData as WorkerStart;
const db = connect(where, 2);
const ids = new NameIds(db);
const reader = new ArchiveReader(archiveFolder, ids);
const history = new History(reader);

const perform = ({ work: { mine, now, retention } }: WorkRequest) =>
  maintainMine({ db, history, reader, ids, folder: archiveFolder }, mine, now, retention);

let before: Promise<void> = Promise.resolve();
parentPort!.on('message', (request: WorkRequest) => {
  const { id } = request;
  before = before.then(async () => {
    const answer: WorkAnswer = await perform(request).then(
      (done) => ({ id, done }),
      (error: unknown) => ({
        id,
        failed: error instanceof Error ? error.message : String(error),
        passing: isPassing(error),
      }),
    );
    parentPort!.postMessage(answer);
  });
});
