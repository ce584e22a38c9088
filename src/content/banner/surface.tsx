import { render } from 'preact'
import type { Words } from '../../ui/words/words.ts'
import { fadeIn } from '../host/motion.ts'
import { suppressLayoutShifts } from '../host/suppress-layout-shifts.ts'
import { createPositioner } from '../placement/positioner.ts'
import { trackPress } from '../placement/track-press.ts'
import type { SiteMemoryCache } from '../site-memory-cache.ts'
import type { VisibleView } from '../view/banner-view.ts'
import type { BannerActions } from './banner-actions.ts'
import { Banner } from './banner.tsx'
import type { Stage } from './card-state.ts'

/** The element that the banner is drawn in, at its place on the page. */
export interface Surface {
  readonly element: HTMLElement
  /** Draws a view and places it. Does nothing while the pointer is pressed on it. */
  draw(view: VisibleView, venueName: string, stage: Stage): void
  /**
   * Tries out the brief card of a view, to be drawn in one way or the other before it is seen.
   *
   * @returns false if it covers a protected region of the page, for lack of room, or the pointer is pressed
   */
  hasRoomForBrief(view: VisibleView, venueName: string): boolean
  clear(): void
  /** Focuses the first element that matches, if any. */
  focus(selector: string): void
}

/** Adds the element to the root of the banner. It remembers where the trader moves it. */
export function createSurface(
  root: HTMLElement,
  words: Words,
  handlers: Omit<BannerActions, 'grip'>,
  memory: SiteMemoryCache,
  signal: AbortSignal,
): Surface {
  const element = document.createElement('div')
  element.className = 'place'
  root.append(element)
  suppressLayoutShifts(element, signal)
  const positioner = createPositioner(element, memory.get().place, (place) => memory.update({ place }))
  const actions = { ...handlers, grip: positioner.grip }
  const isPressed = trackPress(element, signal)
  /** What was drawn last: which stage of which kind of view. */
  let shown = ''
  const focus = (selector: string) => element.querySelector<HTMLElement>(selector)?.focus()
  const hasFocus = () => {
    const scope = element.getRootNode()
    return (
      scope instanceof ShadowRoot && scope.activeElement !== null && element.contains(scope.activeElement)
    )
  }
  const place = (view: VisibleView, venueName: string, stage: Stage) => {
    const hadFocus = hasFocus()
    render(<Banner {...{ view, stage, venueName, words, actions }} />, element)
    // The chip that was focused is a card now, or the other way round.
    if (hadFocus && !hasFocus()) focus('.collapse, .chip-open')
    return positioner.place(stage !== 'chip')
  }
  const clear = () => {
    shown = ''
    render(null, element)
  }
  signal.addEventListener('abort', clear)
  return {
    element,
    draw(view, venueName, stage) {
      if (isPressed()) return
      place(view, venueName, stage)
      const next = `${view.kind} ${stage}`
      if (next !== shown && element.firstElementChild) fadeIn(element.firstElementChild)
      shown = next
    },
    hasRoomForBrief: (view, venueName) => !isPressed() && place(view, venueName, 'brief'),
    clear,
    focus,
  }
}
