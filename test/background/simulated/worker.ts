import { createIntake } from '../../../src/background/venues/intake.ts'
import { openEpisodeStore } from '../../../src/background/output/episode-store.ts'
import { isKeptBack, loadSentAlerts } from '../../../src/background/output/notifications/sent-alerts.ts'
import { createPublisher } from '../../../src/background/output/publisher.ts'
import { createRecorder, type Recorder } from '../../../src/background/recorder/recorder.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { shiftOf } from '../../../src/detect/sensitivity.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { pairKey } from '../../../src/market/pair.ts'
import { settings as stored } from '../../../src/shared/settings/settings-item.ts'
import type { Settings } from '../../../src/shared/settings/settings.ts'
import { isWanted } from '../../../src/shared/visible.ts'
import type { FeedInput } from '../../detect/synthetic/synthetic-feed.ts'

/** What a trader's worker did in some days. */
export interface SimulatedWorker {
  readonly recorder: Recorder
  /** Number of pairs that had a wanted episode. */
  readonly flagged: number
  /** Wall clock at the end, ms. */
  readonly now: number
}

/**
 * Runs the real parts of the worker on simulated market data and a simulated wall clock: intake, engine, episode
 * store, notifications, recorder. There are no sockets: the data go straight into the intake of one venue.
 *
 * @param moveTo sets the wall clock, ms
 */
export async function simulateWorker(
  given: readonly FeedInput[],
  settings: Settings,
  moveTo: (at: number) => void,
): Promise<SimulatedWorker> {
  await stored.set(settings)
  const recorder = createRecorder()
  const flagged = new Set<string>()
  const changes: Episode[] = []
  const engine = createEngine('binance', shiftOf(settings.sensitivity))
  const intake = createIntake('binance', engine, {
    onTicks: () => undefined,
    onStartOver: () => undefined,
    onEpisodesChanged: (_, changed) => changes.push(...changed),
    onEventsRecorded: (venue, events) => recorder.record(venue, events, Date.now()),
  })
  intake.takeListings(listings(given))
  const running = () => [{ exchange: binance, engine: intake.engine } as unknown as Venue]
  const store = await openEpisodeStore()
  const publisher = createPublisher(
    store,
    { running, states: () => [] },
    {
      annotate: (episode) => episode,
      onScreen: () => [],
      onPublished(published) {
        for (const episode of published) {
          const { venue, base, quote } = episode
          if (base !== null && quote !== null && isWanted(episode, settings))
            flagged.add(pairKey({ venue, base, quote }))
        }
      },
    },
  )
  let refreshedAt = 0
  let isAlertKeptBack = false
  const refresh = async (at: number) => {
    refreshedAt = at
    moveTo(at)
    await publisher.refresh(at)
    isAlertKeptBack = (await loadSentAlerts()).some(isKeptBack)
  }
  let now = 0
  for (const one of given) {
    now = one.at + 250
    // The worker keeps refreshing through silence: by the minute while an alert waits for its summary.
    while (refreshedAt > 0) {
      const next = isAlertKeptBack ? nextMinute(refreshedAt) : refreshedAt + 600_000
      if (next >= now) break
      await refresh(next)
    }
    moveTo(now)
    if (one.kind === 'ticks') intake.takeFrame(one.ticks, one.source)
    else if (one.kind === 'trades') intake.takeTrades(one.symbol, one.trades)
    else intake.takeBackfill(one.symbol, one.trades)
    const isNews = changes.length > 0
    if (isNews) publisher.publish(changes.splice(0))
    if (!isNews && (isAlertKeptBack || now - refreshedAt < 300_000)) continue
    await refresh(now)
  }
  await refresh(now)
  return { recorder, flagged: flagged.size, now }
}

const nextMinute = (at: number) => (Math.floor(at / 60_000) + 1) * 60_000

function listings(given: readonly FeedInput[]) {
  const symbols = new Set(
    given.flatMap((one) => (one.kind === 'ticks' ? one.ticks.map((t) => t.symbol) : [])),
  )
  return [...symbols].map((symbol) => {
    const base = symbol.replace(/USDT$/, '')
    return { type: 'symbol', symbol, base, quote: 'USDT', state: 'trading' } as const
  })
}
