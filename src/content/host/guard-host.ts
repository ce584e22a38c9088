import { blockerAt, isBlocking, type Point, raise } from './top-layer.ts'

const periodMs = 60_000
/** Restores in a period that a page may cause by accident. */
const maxRestores = 5
/** A trader opens and closes dialogs; more than this is a page that covers the banner on purpose. */
const maxRaises = 20
/** Minimum time between restores, ms: a page that removes the element at once must not use up all five at once. */
const spacingMs = 200

/** Keeps the host element of the banner visible. */
export interface HostGuard {
  /**
   * Checks whether an element of the page covers the banner, and raises it; to be called regularly.
   *
   * @param point middle of the banner
   * @returns whether the pointer reaches the banner: above a video in fullscreen it can be read, no more
   */
  checkCovered(point: Point): boolean
}

/**
 * Adds an element to the page, and restores it when the page removes, moves or covers it or makes it inert, at most five times a minute.
 * Beyond that the page does it on purpose: the element is removed and `onRemoved` is called once. Styles of the
 * page need no restoring: the rules of the shadow root have precedence (banner.css).
 *
 * Its place is the end of the document, or of what makes all else inert (a modal dialog, a chart in fullscreen): only
 * in there the pointer reaches it.
 *
 * @param popover what the host shows, in its shadow root
 */
export function guardHost(
  host: HTMLElement,
  popover: HTMLElement,
  signal: AbortSignal,
  onRemoved: () => void,
): HostGuard {
  // Not the body: pages replace all children of it.
  const root = document.documentElement
  let home: Element = root
  /** What cannot hold the element: a video draws no children, some pages replace them. */
  const unsuitable = new WeakSet<Element>()
  /** What the pointer reaches instead of the banner although it is uppermost. */
  let inFront: Element | null = null
  const restoredAt: number[] = []
  const raisedAt: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let gaveUp = false

  const isInPlace = () => host.parentNode === home && !host.inert
  function settleIn(place: Element): void {
    home = place
    host.inert = false
    if (host.parentNode !== home) home.append(host)
    raise(popover)
    // Observes only the element and its neighbours: changes elsewhere in the page cost nothing.
    observer.disconnect()
    for (const parent of new Set([root, home])) observer.observe(parent, { childList: true })
    observer.observe(host, { attributes: true, attributeFilter: ['inert'] })
  }
  function restore(): void {
    timer = undefined
    restoredAt.push(performance.now())
    settleIn(root)
  }
  function onDislodged(): void {
    if (gaveUp || timer !== undefined) return
    if (home !== root) {
      // The page manages what is in there: it did not aim at the banner.
      unsuitable.add(home)
      return settleIn(root)
    }
    const now = performance.now()
    if (!mayRestore(restoredAt, now, maxRestores)) return giveUp()
    timer = setTimeout(restore, Math.max(0, (restoredAt.at(-1) ?? -spacingMs) + spacingMs - now))
  }
  function raiseAbove(point: Point): void {
    raisedAt.push(performance.now())
    const blocker = blockerAt(point)
    // A move takes the focus out of the banner: without a blocker there is none, and a blocker has taken it already.
    settleIn(blocker && !unsuitable.has(blocker) ? blocker : root)
    inFront = elementAt(point)
    if (inFront === null || home === root) return
    unsuitable.add(home)
    settleIn(root)
    inFront = elementAt(point)
  }
  /** What the pointer reaches instead of the banner; null if it reaches the banner or the point is off screen. */
  function elementAt({ x, y }: Point): Element | null {
    const element = document.elementFromPoint(x, y)
    return element === host ? null : element && (blockerAt({ x, y }) ?? element)
  }
  function giveUp(): void {
    gaveUp = true
    stop()
    host.remove()
    onRemoved()
  }
  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
  }
  const observer = new MutationObserver(() => {
    if (!isInPlace()) onDislodged()
  })
  settleIn(root)
  signal.addEventListener('abort', stop)
  return {
    checkCovered(point) {
      if (gaveUp || signal.aborted) return true
      // Closed or removed with the banner in it.
      if (home !== root && !isBlocking(home)) settleIn(root)
      if (!isInPlace()) onDislodged()
      else {
        const before = inFront
        inFront = elementAt(point)
        if (inFront === null || inFront === before) return inFront === null
        if (!mayRestore(raisedAt, performance.now(), maxRaises)) giveUp()
        else raiseAbove(point)
      }
      return inFront === null
    },
  }
}

/** Whether another restore stays within a number per minute. Times in ms on the same clock. */
export function mayRestore(restoredAt: readonly number[], now: number, max: number): boolean {
  return restoredAt.filter((at) => now - at < periodMs).length < max
}
