import {
  EVERYTHING,
  overviewRows,
  type Dossier,
  type NumberedRow,
  type OverviewFilter,
  type OverviewOrder,
} from '../../core';
import { withDossier, type DeskRun } from '../../flow';
import type { InputFile } from '../../intake';

/** What the pane knows of many submissions. */
export interface DeskState {
  /** The checked submissions; null before a check, and when files or settings changed since. */
  readonly run: DeskRun | null;
  /** What is kept between rounds, with every review and note made here; outlives the run. */
  readonly dossier: { readonly name: string | null; readonly content: Dossier } | null;
  /** Lists of the region, for what the rulebook says over providers together. */
  readonly lists: readonly InputFile[];
  /** Reviews and notes were made that no saved dossier holds. */
  readonly isUnsaved: boolean;
  readonly filter: OverviewFilter;
  readonly order: OverviewOrder | null;
  /** The row with the keyboard's attention, and the submission whose findings are shown: numbers in the run. */
  readonly active: number;
  readonly chosen: number | null;
  /** What is on the left: the list, or a submission's workbook. */
  readonly view: 'list' | 'book';
  /** The example has a second round that wasn't loaded yet. */
  readonly hasSecondRound: boolean;
}

export const NO_DESK: DeskState = {
  run: null,
  dossier: null,
  lists: [],
  isUnsaved: false,
  filter: EVERYTHING,
  order: null,
  active: 0,
  chosen: null,
  view: 'list',
  hasSecondRound: false,
};

/** Everything that can happen on the desk. */
export type DeskEvent =
  | { readonly what: 'dossier'; readonly name: string | null; readonly dossier: Dossier | null }
  | { readonly what: 'checked'; readonly run: DeskRun }
  | { readonly what: 'reviewed'; readonly dossier: Dossier }
  | { readonly what: 'saved'; readonly dossier: Dossier }
  | { readonly what: 'filter'; readonly change: Partial<OverviewFilter> }
  | { readonly what: 'order'; readonly order: OverviewOrder | null }
  | { readonly what: 'active'; readonly index: number }
  | { readonly what: 'choose'; readonly index: number | null }
  | { readonly what: 'view'; readonly view: DeskState['view'] }
  | { readonly what: 'lists'; readonly lists: readonly InputFile[] }
  | { readonly what: 'second-round'; readonly isThere: boolean };

/** The next state of the desk. Pure. */
export function reduceDesk(desk: DeskState, event: DeskEvent): DeskState {
  switch (event.what) {
    case 'dossier':
      return {
        ...desk,
        run: null,
        chosen: null,
        isUnsaved: false,
        dossier: event.dossier && { name: event.name, content: event.dossier },
      };
    case 'checked': {
      const rows = overviewRows(event.run.providers, desk.filter, desk.order);
      return {
        ...desk,
        run: event.run,
        dossier: { name: desk.dossier?.name ?? null, content: event.run.dossier },
        active: rows[0]?.index ?? 0,
        chosen: null,
        view: 'list',
      };
    }
    case 'reviewed':
      return {
        ...desk,
        run: desk.run && { ...withDossier(desk.run, event.dossier), hashes: desk.run.hashes },
        dossier: { name: desk.dossier?.name ?? null, content: event.dossier },
        isUnsaved: true,
      };
    case 'saved':
      // What was reviewed while the file was made isn't in it.
      return { ...desk, isUnsaved: desk.dossier?.content !== event.dossier };
    case 'filter':
      return { ...desk, filter: { ...desk.filter, ...event.change } };
    case 'order':
      return { ...desk, order: event.order };
    case 'active':
      return { ...desk, active: event.index };
    case 'choose':
      return { ...desk, chosen: event.index, active: event.index ?? desk.active };
    case 'view':
      return { ...desk, view: event.view };
    case 'lists':
      return { ...withoutRun(desk), lists: event.lists };
    case 'second-round':
      return { ...desk, hasSecondRound: event.isThere };
  }
}

/** The run rests on files and settings: it goes when those change. What was reviewed stays in the dossier. */
export const withoutRun = (desk: DeskState): DeskState =>
  desk.run === null ? desk : { ...desk, run: null, chosen: null, view: 'list' };

/** The rows on show, in their order. */
export const shownRows = (desk: DeskState): readonly NumberedRow[] =>
  desk.run === null ? [] : overviewRows(desk.run.providers, desk.filter, desk.order);
