import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalog } from '../../../../domain/contracts/catalog.ts';
import type { MineNeighbours } from '../../../../domain/contracts/mine-neighbours.ts';
import { useLive } from '../../../live/live-store.ts';
import type { Fetched } from '../../../shell/fetch-json.ts';
import { useLanguage } from '../../../shell/preferences.ts';
import type { DutyKind } from '../../../shell/view-state.ts';
import { useView } from '../../../shell/view-store.ts';
import { useSession } from '../../mine-session.ts';
import { CoveragePage } from './coverage-page.tsx';
import { DueScene } from './due-scene.tsx';
import { dutiesCsv } from './duties-csv.ts';
import { DutiesFrame } from './duties-frame.tsx';
import { type OpenDuties, useDuties } from './duties-store.ts';
import { coverageLines, escapeLines, hotWorkLines } from './duty-lines.ts';
import { EscapePage } from './escape-page.tsx';
import { HotWorkPage } from './hot-work-page.tsx';
import { openDuties } from './open-duties.ts';
import { OwnZoneLines } from './own-zone.tsx';
import { RightPage } from './right-page.tsx';
import { dayIn } from './today.ts';
import { useMineSize } from './use-mine-size.ts';
import { ownZoneOf, useNeighbours } from './use-neighbours.ts';
import { type WaysFrom, waysFrom } from './ways-from.ts';

const OVERLAY = 'duties';
/** What the mine's own model answers. */
type ModelDuty = Exclude<DutyKind, 'due'>;

interface Props {
  readonly duty: DutyKind;
  readonly catalog: Catalog;
  /** Absolute, ending in "/". */
  readonly bundleUrl: string;
}

/** What rules ask of the mine: by when, and what its own model answers. */
export default function DutiesScene({ duty, catalog, bundleUrl }: Props) {
  return duty === 'due' ? (
    <DueScene catalog={catalog} />
  ) : (
    <ModelDuties duty={duty} catalog={catalog} bundleUrl={bundleUrl} />
  );
}

/** What the model can answer: panel, lines in the scene, and the sheet that is printed. */
const ModelDuties = ({ duty, catalog, bundleUrl }: Props & { readonly duty: ModelDuty }) => {
  const { t } = useTranslation();
  const language = useLanguage();
  const setup = useLive((state) => state.setup);
  const today = dayIn(setup?.timeZone ?? null, Date.now());
  const rules = useMemo(
    () => setup && { layout: setup.rules.layout ?? [], surveyScopes: setup.rules.surveyScopes ?? [] },
    [setup],
  );
  const registered = useMineSize(rules && catalog.mineId);
  useEffect(
    () => (registered ? openDuties(catalog, bundleUrl, rules, registered.size, today) : undefined),
    [catalog, bundleUrl, rules, registered, today],
  );
  const state = useDuties((one) => one.state);
  const up = catalog.extent.max[2];
  const wayFrom = useView((view) => view.wayFrom);
  const from = duty === 'escape' ? wayFrom : null;
  const ways = useMemo(
    () => (state.status === 'open' && from !== null ? waysFrom(state, from) : null),
    [state, from],
  );
  useDutyLines(duty, state.status === 'open' ? state : null, up, ways);
  const { mineId: mine } = catalog;
  const neighbours = useNeighbours(duty === 'right' ? mine : null);
  const zone = ownZoneOf(neighbours, mine);
  const page = state.status === 'open' && (
    <Page {...{ duty, mine, up, from, ways, neighbours }} open={state} />
  );
  const isOpen = state.status === 'open';
  return (
    <DutiesFrame
      duty={duty}
      catalog={catalog}
      status={state.status}
      csv={isOpen ? () => dutiesCsv(duty, state, ways, t, language) : null}
      print={
        isOpen
          ? {
              page,
              foot: `${state.duties.today} · ${t('driveOn.revision', { revision: state.facts.inputHash.slice(0, 16) })}`,
            }
          : null
      }
    >
      {state.status === 'loading' && <p role="status">{t('duties.loading')}</p>}
      {state.status === 'failed' && <p role="alert">{t('duties.failed', { detail: state.detail })}</p>}
      {page}
      {zone && <OwnZoneLines zone={zone} catalog={catalog} bundleUrl={bundleUrl} />}
    </DutiesFrame>
  );
};

interface PageProps {
  readonly duty: ModelDuty;
  readonly mine: string;
  readonly open: OpenDuties;
  readonly up: number;
  readonly from: string | null;
  readonly ways: WaysFrom | null;
  readonly neighbours: Fetched<MineNeighbours> | null;
}

const Page = ({ duty, mine, open, up, from, ways, neighbours }: PageProps) => {
  switch (duty) {
    case 'coverage':
      return <CoveragePage open={open} up={up} />;
    case 'escape':
      return <EscapePage open={open} from={from} ways={ways} />;
    case 'hot-work':
      return <HotWorkPage open={open} />;
    case 'right':
      return <RightPage open={open} mine={mine} neighbours={neighbours} />;
  }
};

const useDutyLines = (duty: ModelDuty, open: OpenDuties | null, up: number, ways: WaysFrom | null): void => {
  const view = useSession((session) => session.view);
  useEffect(() => {
    const lines =
      open === null || duty === 'right'
        ? null
        : duty === 'coverage'
          ? coverageLines(open, open.duties.coverage ?? [], up)
          : duty === 'escape'
            ? escapeLines(open, ways)
            : hotWorkLines(open);
    view?.live.setOverlay(OVERLAY, lines);
    return () => view?.live.setOverlay(OVERLAY, null);
  }, [view, duty, open, up, ways]);
};
