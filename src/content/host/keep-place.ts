import { appendTo } from '../page/unshadowed.ts'
import { isBlocking, raise } from './top-layer.ts'
import { maxRestores, mayRestore } from './restores.ts'

/** Minimum time between restores, ms: a page that removes the element at once must not use up all five at once. */
const spacingMs = 200

/** The place of the host element: the end of the document, or of what makes all else inert. */
export interface HostPlace {
  /** The root element of the page. */
  readonly root: Element
  isAtRoot(): boolean
  /** Moves the host into an element, or to the root where that cannot hold it, above everything else. */
  moveTo(place: Element): void
  /** Excludes what cannot hold the host: a video draws no children, some pages replace them. */
  exclude(place: Element): void
  isExcluded(place: Element): boolean
  /** Whether the host is where it belongs; if not, it is restored. */
  check(): boolean
  stop(): void
}

/**
 * Adds an element to the page, and restores it when the page removes or moves it or makes it inert.
 *
 * @param popover what the host shows, in its shadow root
 * @param onAttached called whenever it was added or moved
 * @param onLost called when it had to be restored too often
 */
export function keepPlace(
  host: HTMLElement,
  popover: HTMLElement,
  onAttached: () => void,
  onLost: () => void,
): HostPlace {
  // Not the body: pages replace all children of it.
  const root = document.documentElement
  let home: Element = root
  const excluded = new WeakSet<Element>()
  const restoredAt: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  const isInPlace = () => host.parentNode === home && !host.inert
  function settleIn(place: Element): void {
    home = place
    host.inert = false
    if (host.parentNode !== home) appendTo(home, host)
    onAttached()
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
    if (timer !== undefined) return
    if (home !== root) {
      // The page manages what is in there: it did not aim at the banner.
      excluded.add(home)
      return settleIn(root)
    }
    const now = performance.now()
    if (!mayRestore(restoredAt, now, maxRestores)) return onLost()
    timer = setTimeout(restore, Math.max(0, (restoredAt.at(-1) ?? -spacingMs) + spacingMs - now))
  }
  const observer = new MutationObserver(() => {
    if (!isInPlace()) onDislodged()
  })
  settleIn(root)
  return {
    root,
    isAtRoot: () => home === root,
    moveTo: (place) => settleIn(excluded.has(place) ? root : place),
    exclude: (place) => void excluded.add(place),
    isExcluded: (place) => excluded.has(place),
    check() {
      // Closed or removed with the banner in it.
      if (home !== root && !isBlocking(home)) settleIn(root)
      if (isInPlace()) return true
      onDislodged()
      return false
    },
    stop() {
      observer.disconnect()
      clearTimeout(timer)
    },
  }
}
