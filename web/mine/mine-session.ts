import { create } from 'zustand';
import type { Catalog } from '../../domain/contracts/catalog.ts';
import type { EnuPoint } from '../../domain/frame/coordinates.ts';
import type {
  Aim,
  CursorPosition,
  CutPlace,
  EntityRef,
  LoadingProgress,
  MineView,
  PickedFeature,
  ViewFailure,
} from '../engines/mine-view.ts';
import type { CatalogTrouble } from '../shell/catalog-failure.tsx';

export type CatalogState =
  | { readonly status: 'loading' }
  | { readonly status: 'open'; readonly catalog: Catalog; readonly bundleUrl: string }
  | { readonly status: 'failed'; readonly failure: CatalogTrouble };

/** Why the whole picture is missing: the engine's reason, or that its code never arrived. */
export type Stopped = ViewFailure | { readonly kind: 'engine-missing'; readonly detail: string };

/** What is true of the open mine now but belongs in no link. */
export interface MineSession {
  readonly catalog: CatalogState;
  readonly view: MineView | null;
  readonly progress: LoadingProgress;
  readonly hover: { readonly feature: PickedFeature; readonly x: number; readonly y: number } | null;
  readonly hoverEntity: { readonly ref: EntityRef; readonly x: number; readonly y: number } | null;
  readonly hoverCut: { readonly place: CutPlace; readonly x: number; readonly y: number } | null;
  /** What of the filled cut was clicked last, and where the last click while places are asked for met something. */
  readonly pickedCut: CutPlace | null;
  readonly placed: EnuPoint | null;
  /** Where the pointer is while an aim is asked for; each report is a new object. */
  readonly aim: { readonly aim: Aim; readonly pressed: boolean } | null;
  /** The selected feature with its attributes; null while they are not known. */
  readonly card: PickedFeature | null;
  /** The feature shown alone, once its attributes were known: the card may have moved on to another. */
  readonly isolatedFeature: PickedFeature | null;
  readonly cursor: CursorPosition | null;
  readonly stopped: Stopped | null;
  readonly failedLayers: readonly ViewFailure[];
  /** Counts the tries to start the engine; a new number starts it afresh. */
  readonly attempt: number;
  readonly reportOpen: boolean;
}

export const NEW_SESSION: MineSession = {
  catalog: { status: 'loading' },
  view: null,
  progress: { pending: 0, firstPicture: false },
  hover: null,
  hoverEntity: null,
  hoverCut: null,
  pickedCut: null,
  placed: null,
  aim: null,
  card: null,
  isolatedFeature: null,
  cursor: null,
  stopped: null,
  failedLayers: [],
  attempt: 0,
  reportOpen: false,
};

export const useSession = create<MineSession>(() => NEW_SESSION);

export const setSession = (patch: Partial<MineSession>): void => useSession.setState(patch);

/** Asks the engine to build again what failed; where there is no engine, starts it again. */
export const retryView = (): void => {
  const { view, attempt } = useSession.getState();
  setSession({ stopped: null, failedLayers: [] });
  if (view) view.retry();
  else setSession({ attempt: attempt + 1 });
};
