import type { Appearance } from '../../ui/page/appearance.ts'
import type { Words } from '../../ui/words/words.ts'
import { attachHost } from '../host/attach-host.ts'
import { createAnnouncer } from '../host/announcer.ts'
import { watchPaint } from '../host/watch-paint.ts'
import { createPageTheme } from '../page/page-theme.ts'
import { mountPauseLayer } from '../pause/pause-layer.tsx'
import type { SiteMemoryCache } from '../site-memory-cache.ts'
import { announcementOf } from '../view/announcement.ts'
import type { BannerView, CardView, VisibleView } from '../view/banner-view.ts'
import type { BannerHandlers } from './banner-actions.ts'
import { createCardState } from './card-state.ts'
import { createSurface } from './surface.tsx'
import { createTierFlash } from './tier-flash.ts'

/** The banner on the page. */
export interface MountedBanner {
  /** @param needsPause whether the page is covered until the trader has answered for this episode */
  draw(view: BannerView, venueName: string, needsPause: boolean): void
  /** Shows the card in full, or hides it: for the trader's keys. */
  toggleCard(): void
  /**
   * Checks whether the page covers or hides the banner; to be called regularly.
   *
   * @param opened what of the page was just shown in the top layer
   * @returns whether it is hidden now, and is to be checked soon again
   */
  checkCovered(opened?: Element | null): boolean
}

/**
 * Adds the banner to the page, empty until it is drawn.
 *
 * @param onPaintChanged called when the browser tells that it is painted in full, or is not any more
 */
export function mountBanner(
  words: Words,
  appearance: Appearance,
  memory: SiteMemoryCache,
  handlers: BannerHandlers,
  signal: AbortSignal,
  onPaintChanged: () => void = () => undefined,
): MountedBanner {
  const host = attachHost(appearance, signal, handlers.onBannerHidden)
  const announce = createAnnouncer(host.root, signal)
  let view: VisibleView | null = null
  let venueName = ''
  let isReachable = true

  const redraw = () => {
    if (view) surface.draw(view, venueName, card.stageOf(view))
  }
  const hasRoom = () => view !== null && surface.hasRoomForBrief(view, venueName)
  const card = createCardState(memory, { redraw, hasRoom })
  const expand = () => {
    if (view) card.open(view)
    surface.focus('.collapse')
  }
  const collapse = () => {
    card.collapse()
    surface.focus('.chip-open')
  }
  const onDetails = () => {
    if (view && view.kind !== 'statement') handlers.onDetails(view)
  }
  const onCard = (act: (card: CardView) => void) => {
    if (view && view.kind !== 'statement' && view.kind !== 'tail') act(view)
  }
  const surface = createSurface(
    host.root,
    words,
    {
      onOpen: expand,
      onMore: expand,
      onCollapse: collapse,
      onDetails,
      onHide() {
        if (!view) return
        const hidden = view
        // What comes back comes as a chip, whatever it was.
        card.collapse()
        handlers.onHide(hidden)
      },
      onMute: (length) => onCard((card) => handlers.onMute(card, length)),
      onNotHelpful: (isNot) => onCard((card) => handlers.onNotHelpful(card, isNot)),
      onQuieter: () => onCard(handlers.onQuieter),
      onRetry: handlers.onRetry,
      onCountryNoticeOff: handlers.onCountryNoticeOff,
    },
    memory,
    signal,
  )
  const themeOfPage = createPageTheme(document)
  const flashNewTier = createTierFlash(surface.element)
  const pause = mountPauseLayer(
    host.root,
    words,
    memory,
    {
      onLeave: handlers.onLeave,
      onDetails,
      onAnswered(hadFocus) {
        surface.element.inert = false
        if (hadFocus) surface.focus('.collapse, .chip-open')
      },
    },
    signal,
  )
  const isPainted = watchPaint([surface.element, pause.element], signal, onPaintChanged)
  surface.element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !card.isAnyOpen()) return
    // A dialog that the banner is in stays open.
    event.preventDefault()
    collapse()
  })
  addEventListener('resize', redraw, { signal })

  return {
    draw(next, name, needsPause) {
      view = next.kind === 'none' ? null : next
      venueName = name
      host.root.dataset['theme'] = themeOfPage()
      // What cannot be answered must not cover the page.
      const pausing = needsPause && isReachable && next.kind === 'episode' ? next : null
      const isPaused = pause.draw(pausing, name)
      surface.element.inert = isPaused
      if (view) {
        card.openAutomatically(view)
        redraw()
      } else surface.clear()
      flashNewTier(view)
      const announcement = announcementOf(next, words, name, isPaused)
      if (announcement) announce(announcement)
    },
    toggleCard: () => (card.isAnyOpen() ? collapse() : expand()),
    checkCovered(opened) {
      if (!view) return false
      const shown = surface.element.inert ? pause.element : surface.element
      isReachable = host.checkCovered(shown, isPainted(shown), opened)
      host.root.classList.toggle('out-of-reach', !isReachable)
      return host.isHidden()
    },
  }
}
