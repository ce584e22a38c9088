import { boxOf } from '../page/unshadowed.ts'
import { overlap, type Box } from '../placement/box.ts'
import { keepPlace } from './keep-place.ts'
import { isReadable, samplePoints } from './readable.ts'
import { maxRestores, mayRestore } from './restores.ts'
import { blockerAt, isBlocking, type Point } from './top-layer.ts'

/** A trader opens and closes dialogs; the banner moves into them and out again. */
const maxMoves = 20
/** What appears is not painted in full at once, ms. */
const appearMs = 600
/** How long it is hidden before the page is said to hide it, ms: where raising does not help; where it was too often. */
const hiddenMs = { unhelped: 1_000, unraised: 5_000 }

/** Keeps the host element of the banner visible. */
export interface HostGuard {
  /**
   * Checks whether the page hides or covers what is shown, and raises it; to be called regularly.
   *
   * @param shown what the trader sees of the banner
   * @param isPainted whether the browser paints it in full, as far as it tells
   * @param opened what of the page was just shown in the top layer
   * @returns whether the pointer reaches it: above a video in fullscreen it can be read, no more
   */
  checkCovered(shown: Element, isPainted: boolean, opened?: Element | null): boolean
  /** Whether it was hidden when it was checked: then it is to be checked soon again. */
  isHidden(): boolean
}

/** What is told of the host. */
interface HostEvents {
  /** It was attached: a document that it was moved to may have taken its style sheets. */
  readonly onAttached: () => void
  /** The page removes or hides it beyond repair; called once. */
  readonly onHidden: () => void
}

/**
 * Adds an element to the page, and restores it when the page removes, moves or covers it or makes it inert, at most
 * five times a minute. Where the page removes it more often it stays away; where the page hides it by other means it
 * stays, for the page may let go of it.
 *
 * @param popover what the host shows, in its shadow root
 */
export function guardHost(
  host: HTMLElement,
  popover: HTMLElement,
  signal: AbortSignal,
  { onAttached, onHidden }: HostEvents,
): HostGuard {
  const place = keepPlace(host, popover, onAttached, giveUp)
  /** What the pointer reaches instead of the banner although it is uppermost. */
  let inFront: Element | null = null
  const raisedAt: number[] = []
  const movedAt: number[] = []
  let hiddenSince: number | null = null
  let isRaised = false
  let gaveUp = false
  let isTold = false

  function raiseAbove(box: Box): void {
    // A move takes the focus out of the banner: without a blocker there is none, and a blocker has taken it already.
    place.moveTo(inFront && isBlocking(inFront) ? inFront : place.root)
    const blocker = inFront
    inFront = elementOver(box)
    if (inFront === null || !blocker || place.isAtRoot()) return
    place.exclude(blocker)
    place.moveTo(place.root)
    inFront = elementOver(box)
  }
  /** What the pointer reaches instead of the banner; null if it reaches the banner or the box is off screen. */
  function elementOver(box: Box): Element | null {
    for (const point of samplePoints(box)) {
      const element = elementAt(point)
      if (element) return element
    }
    return null
  }
  function elementAt({ x, y }: Point): Element | null {
    const element = document.elementFromPoint(x, y)
    return element === host ? null : element && (blockerAt({ x, y }) ?? element)
  }
  /** Whether what the pointer reaches makes the banner inert but lies below it. */
  const isInert = () => inFront && (place.isExcluded(inFront) || (inFront === place.root && root().inert))
  const root = () => document.documentElement
  /** Raises it where that may help, and tells if it has been hidden for too long. */
  function onCovered(box: Box, before: Element | null, now: number): void {
    hiddenSince ??= now
    const isMove = inFront !== null && isBlocking(inFront)
    const [at, max] = isMove ? [movedAt, maxMoves] : [raisedAt, maxRestores]
    const mayRaise = mayRestore(at, now, max)
    // Once is enough where it does not help.
    const isNew = inFront === null ? !isRaised && now - hiddenSince >= appearMs : inFront !== before
    if (isNew && mayRaise) {
      at.push(now)
      isRaised = true
      raiseAbove(box)
    }
    if (now - hiddenSince >= (mayRaise ? hiddenMs.unhelped : hiddenMs.unraised) && !isInert()) tell()
  }
  function tell(): void {
    if (!isTold) onHidden()
    isTold = true
  }
  function giveUp(): void {
    gaveUp = true
    place.stop()
    host.remove()
    tell()
  }
  signal.addEventListener('abort', place.stop)
  return {
    checkCovered(shown, isPainted, opened = null) {
      if (gaveUp || signal.aborted) return true
      // Nothing is painted in a tab behind another, and only a part of it on paper.
      const isOffScreen = document.hidden || matchMedia('print').matches
      if (isOffScreen) hiddenSince = null
      if (isOffScreen || !place.check()) return inFront === null
      const box = boxOf(shown)
      const before = inFront
      const now = performance.now()
      const isDrawn = isReadable(shown, box)
      inFront = isDrawn ? elementOver(box) : null
      // Firefox does not tell of what lies above and lets the pointer through.
      if (inFront === null && opened && overlap(boxOf(opened), box) > 0) inFront = opened
      if (inFront ? isInert() : isDrawn && isPainted) {
        hiddenSince = null
        isRaised = false
      } else onCovered(box, before, now)
      return inFront === null
    },
    isHidden: () => hiddenSince !== null && !gaveUp,
  }
}
