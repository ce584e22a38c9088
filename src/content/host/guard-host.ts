const periodMs = 60_000
const maxRestores = 5
/** Minimum time between restores, ms: a page that removes the element at once must not use up all five at once. */
const spacingMs = 200

/** Keeps the host element of the banner visible. */
export interface HostGuard {
  /**
   * Checks whether an element of the page covers the banner; to be called regularly.
   *
   * @param point middle of the banner, px from the top left of the window
   */
  checkCovered(point: { readonly x: number; readonly y: number }): void
}

/**
 * Restores an element when the page removes, moves or covers it or makes it inert, at most five times a minute.
 * Beyond that the page does it on purpose: the element is removed and `onRemoved` is called once. Styles of the
 * page need no restoring: the rules of the shadow root have precedence (banner.css).
 */
export function guardHost(host: HTMLElement, signal: AbortSignal, onRemoved: () => void): HostGuard {
  const root = document.documentElement
  const restoredAt: number[] = []
  // Elements that cover the host although it is last are in the browser's top layer, e.g. a dialog of the page.
  const topLayer = new WeakSet<Element>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let gaveUp = false

  const isInPlace = () => host.parentNode === root && !host.inert
  function restore(): void {
    timer = undefined
    restoredAt.push(performance.now())
    host.inert = false
    root.append(host)
  }
  function scheduleRestore(): void {
    if (gaveUp || timer !== undefined) return
    const now = performance.now()
    if (!mayRestore(restoredAt, now)) return giveUp()
    timer = setTimeout(restore, Math.max(0, (restoredAt.at(-1) ?? -spacingMs) + spacingMs - now))
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
    if (!isInPlace()) scheduleRestore()
  })
  // Observes only the element itself: changes elsewhere in the page cost nothing.
  observer.observe(root, { childList: true })
  observer.observe(host, { attributes: true, attributeFilter: ['inert'] })
  signal.addEventListener('abort', stop)
  return {
    checkCovered({ x, y }) {
      if (gaveUp || signal.aborted) return
      if (!isInPlace()) return scheduleRestore()
      const top = document.elementFromPoint(x, y)
      // Moving the element would lose its focus; a focused element is visible.
      if (!top || top === host || topLayer.has(top) || document.activeElement === host) return
      if (root.lastElementChild === host) topLayer.add(top)
      else scheduleRestore()
    },
  }
}

/** Whether another restore stays within five per minute. Times in ms on the same clock. */
export function mayRestore(restoredAt: readonly number[], now: number): boolean {
  return restoredAt.filter((at) => now - at < periodMs).length < maxRestores
}
