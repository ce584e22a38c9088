import type { SiteMemoryCache } from '../site-memory-cache.ts'
import { opensAutomatically, tierKey } from '../view/auto-open.ts'
import type { EpisodeView, VisibleView } from '../view/banner-view.ts'

/** A page may be loading yet, and its order form stand elsewhere a moment later: for so long room is looked for, ms. */
const lookForRoomMs = 10_000
/** Between two looks for room, ms: the layout of the page is read about as often. */
const nextLookMs = 900

/** Which episode is shown as an open card; the others are chips. */
export interface CardState {
  /** Whether a view is shown in full: an open card, or a statement, which has no chip. */
  isOpen(view: VisibleView): boolean
  isAnyOpen(): boolean
  open(view: VisibleView): void
  collapse(): void
  /** Opens the card of a severe episode, once per tier. */
  openAutomatically(view: VisibleView): void
}

/**
 * @param draws `redraw` draws the current view; `hasRoom` tries its open card out, and returns false where that covers
 * a protected region of the page
 * @param clock time, ms
 */
export function createCardState(
  memory: SiteMemoryCache,
  draws: { redraw(): void; hasRoom(): boolean },
  clock = () => performance.now(),
): CardState {
  let openId: string | null = null
  let looking = { key: '', since: 0, at: 0 }
  const isDue = (view: VisibleView): view is EpisodeView =>
    view.kind === 'episode' && opensAutomatically(view.episode, memory.get().opened)
  const remember = ({ episode }: EpisodeView) => memory.update({ opened: [tierKey(episode)] })
  return {
    isOpen: (view) => view.kind === 'statement' || view.episode.id === openId,
    isAnyOpen: () => openId !== null,
    open(view) {
      if (isDue(view)) remember(view)
      openId = view.kind === 'statement' ? null : view.episode.id
      draws.redraw()
    },
    collapse() {
      openId = null
      draws.redraw()
    },
    openAutomatically(view) {
      if (!isDue(view)) return
      const key = tierKey(view.episode)
      const now = clock()
      if (looking.key !== key) looking = { key, since: now, at: -Infinity }
      if (now - looking.at < nextLookMs) return
      looking.at = now
      const hasRoom = draws.hasRoom()
      if (hasRoom) openId = view.episode.id
      // Without room for a card next to the order form it stays a chip until the trader opens it.
      if (hasRoom || now - looking.since >= lookForRoomMs) remember(view)
    },
  }
}
