import type { Timers } from './timers.ts'

/** What ends the wait of a signal, by the signal. */
const releases = new WeakMap<AbortSignal, () => void>()

/**
 * Nobody waits for the signal any longer: its time-out is cleared, and what it is composed of forgets it. Node keeps a
 * trace of every composed signal for as long as its sources live, which a browser does not.
 */
export const releaseSignal = (signal: AbortSignal): void => releases.get(signal)?.()

/** `AbortSignal.timeout` and `AbortSignal.any`, by these timers. @param now ms UTC */
export function drivenSignals(
  timers: Timers,
  now: () => number,
): Pick<typeof AbortSignal, 'timeout' | 'any'> {
  return {
    timeout(ms) {
      const late = new AbortController()
      const timer = timers.add(() => late.abort(new DOMException('', 'TimeoutError')), now() + ms)
      releases.set(late.signal, () => timers.clear(timer))
      return late.signal
    },
    any(signals) {
      const sources = [...signals]
      const first = new AbortController()
      const abort = ({ target }: Event) => {
        release()
        first.abort((target as AbortSignal).reason)
      }
      const release = () => {
        for (const source of sources) {
          source.removeEventListener('abort', abort)
          releaseSignal(source)
        }
      }
      const aborted = sources.find((source) => source.aborted)
      if (aborted) first.abort(aborted.reason)
      else for (const source of sources) source.addEventListener('abort', abort)
      releases.set(first.signal, release)
      return first.signal
    },
  }
}
