/** Calls `draw` every second until the signal aborts: the ages on a page grow while nothing else changes. */
export function everySecond(draw: () => void, signal?: AbortSignal): void {
  const timer = setInterval(draw, 1_000)
  signal?.addEventListener('abort', () => clearInterval(timer))
}
