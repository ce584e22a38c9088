const MINUTE = 60_000
const TIMES = 5

/** Puts an element back when the page takes it out, at most five times a minute: beyond that the page means it. */
export function restore(host: Element, signal: AbortSignal): void {
  const root = document.documentElement
  const back: number[] = []
  const observer = new MutationObserver(() => {
    if (host.isConnected) return
    const now = performance.now()
    if (!mayRestore(back, now)) return observer.disconnect()
    back.push(now)
    root.append(host)
  })
  observer.observe(root, { childList: true })
  signal.addEventListener('abort', () => observer.disconnect())
}

/** Whether one more restore keeps within five in any minute. Times in ms of one clock. */
export function mayRestore(back: readonly number[], now: number): boolean {
  return back.filter((at) => now - at < MINUTE).length < TIMES
}
