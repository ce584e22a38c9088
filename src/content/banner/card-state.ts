import type { SiteMemoryCache } from '../site-memory-cache.ts'
import { openKey, opensAutomatically } from '../view/auto-open.ts'
import type { EpisodeView, VisibleView } from '../view/banner-view.ts'

/** A page may be loading yet, and its order form stand elsewhere a moment later: for so long room is looked for, ms. */
const lookForRoomMs = 10_000
/** Between two looks for room, ms: the layout of the page is read about as often. */
const nextLookMs = 900

/** How much of an episode is shown: a chip, the brief card that opens by itself, or the full card. */
export type Stage = 'chip' | 'brief' | 'full'

/** Which episode is shown as a card, and at which stage; the others are chips. */
export interface CardState {
  /** Stage of a view; a statement, which has no chip, is shown in full, and what has settled as a chip. */
  stageOf(view: VisibleView): Stage
  isAnyOpen(): boolean
  /** Opens the full card, on a chart site the brief one. */
  open(view: VisibleView): void
  collapse(): void
  /** Opens the brief card of a severe episode, once per tier; a full card stays one. */
  openAutomatically(view: VisibleView): void
}

/**
 * @param draws `redraw` draws the current view; `hasRoom` tries its brief card out, and returns false where that
 * covers a protected region of the page
 * @param clock time, ms
 */
export function createCardState(
  memory: SiteMemoryCache,
  draws: { redraw(): void; hasRoom(): boolean },
  clock = () => performance.now(),
): CardState {
  let opened: { readonly id: string; readonly stage: Stage } | null = null
  let looking = { key: '', since: 0, at: 0 }
  const isDue = (view: VisibleView): view is EpisodeView =>
    view.kind === 'episode' && opensAutomatically(view, memory.get().opened)
  const remember = (view: EpisodeView) => memory.update({ opened: [openKey(view)] })
  const stageOf = (view: VisibleView) => {
    if (view.kind === 'statement') return 'full'
    if (view.kind === 'tail') return 'chip'
    return opened?.id === view.episode.id ? opened.stage : 'chip'
  }
  return {
    stageOf,
    isAnyOpen: () => opened !== null,
    open(view) {
      if (isDue(view)) remember(view)
      const stage = view.kind === 'chart' ? 'brief' : 'full'
      opened = view.kind === 'statement' ? null : { id: view.episode.id, stage }
      draws.redraw()
    },
    collapse() {
      opened = null
      draws.redraw()
    },
    openAutomatically(view) {
      if (!isDue(view)) return
      if (stageOf(view) !== 'chip') return remember(view)
      const key = openKey(view)
      const now = clock()
      if (looking.key !== key) looking = { key, since: now, at: -Infinity }
      if (now - looking.at < nextLookMs) return
      looking.at = now
      const hasRoom = draws.hasRoom()
      if (hasRoom) opened = { id: view.episode.id, stage: 'brief' }
      // Without room for a card next to the order form it stays a chip until the trader opens it.
      if (hasRoom || now - looking.since >= lookForRoomMs) remember(view)
    },
  }
}
