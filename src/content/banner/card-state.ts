import type { SiteMemoryCache } from '../site-memory-cache.ts'
import { opensAutomatically, tierKey } from '../view/auto-open.ts'
import type { VisibleView } from '../view/banner-view.ts'

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

/** @param redraw draws the current view; returns false if it covers a protected region of the page */
export function createCardState(memory: SiteMemoryCache, redraw: () => boolean): CardState {
  let openId: string | null = null
  return {
    isOpen: (view) => view.kind === 'statement' || view.episode.id === openId,
    isAnyOpen: () => openId !== null,
    open(view) {
      openId = view.kind === 'statement' ? null : view.episode.id
      redraw()
    },
    collapse() {
      openId = null
      redraw()
    },
    openAutomatically(view) {
      const { opened } = memory.get()
      if (view.kind !== 'episode' || !opensAutomatically(view.episode, opened)) return
      memory.update({ opened: [tierKey(view.episode)] })
      const before = openId
      openId = view.episode.id
      // Without room for a card next to the order form it stays a chip until the trader opens it.
      if (!redraw()) openId = before
    },
  }
}
