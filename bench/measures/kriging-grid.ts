import process from 'node:process';
import {
  GOLDEN_GRID,
  GOLDEN_MODEL,
  goldenPoints,
} from '../../domain/geology/kriging/golden-data.test-kit.ts';
import { krigeInThreads } from '../../tiles-pipeline/model/krige-in-threads.ts';

/** One process of the bench: 2 000 points to 500 × 500 cells, 32 neighbours, on the given number of threads. */
const { estimate } = await krigeInThreads(
  { data: goldenPoints(), grid: GOLDEN_GRID, model: GOLDEN_MODEL, neighbourhood: { count: 32 } },
  Number(process.argv[2]),
);
const mean = estimate.reduce((sum, value) => sum + value, 0) / estimate.length;
if (Math.abs(mean + 310.7717) > 1e-3) throw new Error(`wrong answer: mean ${mean}`);
