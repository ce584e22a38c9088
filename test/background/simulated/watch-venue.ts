import { vi } from 'vitest'
import { runVenue, type RunningVenue } from '../../../src/background/venues/run-venue.ts'
import type { Engine } from '../../../src/detect/engine-state.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'

interface Watch {
  /** A saved engine; absent: begin anew. */
  readonly engine?: Engine | null
  /** Symbols on screen. */
  readonly onScreen?: () => readonly string[]
}

/** Watches one venue over whatever stands in for the network; what it reports is left unheard. */
export function watchVenue(id: string, { engine = null, onScreen = () => [] }: Watch = {}): RunningVenue {
  return runVenue(
    exchangeOf(id)!,
    { engine, refusal: null, slot: { startedAt: Date.now(), fraction: 0 } },
    { onTicks: () => undefined, onEpisodesChanged: () => undefined, onRefusalChanged: () => undefined },
    onScreen,
  )
}

/** Ends it, and puts back the clock and what stood in for the network. */
export function endWatch(running: RunningVenue): void {
  running.stop()
  vi.clearAllTimers()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
}
