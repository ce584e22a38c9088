const minute = 60_000
const times = 5
/** Putting back waits so long (ms) after the last time: a page that takes out at once must not spend all five at once. */
const spacing = 200

/** Keeps the banner's element where it is seen. */
export interface Restoring {
  /**
   * Looks whether something of the page covers the point; to be called now and then.
   *
   * @param point px from the window's top left, in the middle of what is shown
   */
  look(point: { readonly x: number; readonly y: number }): void
}

/**
 * Puts an element back when the page takes it out, moves it, makes it inert or covers it, at most five times
 * a minute: beyond that the page means it, the element is taken away and `onYield` is called once. What the page
 * does by styles needs no answer: the shadow's own rules outrank them (banner.css).
 */
export function restore(host: HTMLElement, signal: AbortSignal, onYield: () => void): Restoring {
  const root = document.documentElement
  const back: number[] = []
  // What stays above even when we come last lies in the browser's top layer: a dialog of the page's own.
  const above = new WeakSet<Element>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let yielded = false

  const inPlace = () => host.parentNode === root && !host.inert
  function putBack(): void {
    timer = undefined
    back.push(performance.now())
    host.inert = false
    root.append(host)
  }
  function answer(): void {
    if (yielded || timer !== undefined) return
    const now = performance.now()
    if (!mayRestore(back, now)) return giveWay()
    timer = setTimeout(putBack, Math.max(0, (back.at(-1) ?? -spacing) + spacing - now))
  }
  function giveWay(): void {
    yielded = true
    stop()
    host.remove()
    onYield()
  }
  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
  }
  const observer = new MutationObserver(() => {
    if (!inPlace()) answer()
  })
  // Only what concerns the element itself: a page that floods its own tree costs nothing here.
  observer.observe(root, { childList: true })
  observer.observe(host, { attributes: true, attributeFilter: ['inert'] })
  signal.addEventListener('abort', stop)
  return {
    look({ x, y }) {
      if (yielded || signal.aborted) return
      if (!inPlace()) return answer()
      const top = document.elementFromPoint(x, y)
      // Our own focus would be lost on the way: what has it is on screen.
      if (!top || top === host || above.has(top) || document.activeElement === host) return
      if (root.lastElementChild === host) above.add(top)
      else answer()
    },
  }
}

/** Whether one more restore keeps within five in any minute. Times in ms of one clock. */
export function mayRestore(back: readonly number[], now: number): boolean {
  return back.filter((at) => now - at < minute).length < times
}
