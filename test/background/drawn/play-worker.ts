import { createIntake } from '../../../src/background/venues/intake.ts'
import { openBoard } from '../../../src/background/output/episode-store.ts'
import { createPaint } from '../../../src/background/output/publisher.ts'
import { createRecord, type WeekRecord } from '../../../src/background/recorder/recorder.ts'
import type { Venue } from '../../../src/background/venues/venue.ts'
import type { Watch } from '../../../src/background/venues/venues.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { shiftOf } from '../../../src/detect/sensitivity.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { pairKey } from '../../../src/market/pair.ts'
import { settings as stored } from '../../../src/shared/settings/settings-item.ts'
import type { Settings } from '../../../src/shared/settings/settings.ts'
import { isWanted } from '../../../src/shared/visible.ts'
import type { FeedInput } from '../../detect/synthetic/synthetic-feed.ts'

/** What a trader's machine did in some days. */
export interface PlayedWorker {
  readonly record: WeekRecord
  /** Pairs that were in the list. */
  readonly flagged: number
  /** Wall clock at the end, ms. */
  readonly now: number
}

/**
 * Lets the worker's own parts live through what was given: intake, engine, board, rules, notifications and record,
 * on a wall clock that is driven. Only sockets are left out, and the watch, which holds one venue.
 *
 * @param moveTo sets the wall clock, ms
 */
export async function playWorker(
  given: readonly FeedInput[],
  settings: Settings,
  moveTo: (at: number) => void,
): Promise<PlayedWorker> {
  await stored.set(settings)
  const record = createRecord()
  const flagged = new Set<string>()
  const changes: Episode[] = []
  const engine = createEngine('binance', shiftOf(settings.sensitivity))
  const intake = createIntake('binance', engine, {
    onTicks: () => undefined,
    onStartOver: () => undefined,
    onChanged: (changed) => changes.push(...changed),
    onSteps: (steps) => record.take('binance', steps, Date.now()),
  })
  intake.list(listings(given))
  const venues = () => [{ exchange: binance, engine: intake.engine } as unknown as Venue]
  const watch = { venues, states: () => [] } as unknown as Watch
  const paint = createPaint(
    await openBoard(),
    watch,
    (card) => card,
    (cards) => {
      for (const card of cards) {
        const { venue, base, quote } = card
        if (base !== null && quote !== null && isWanted(card, settings))
          flagged.add(pairKey({ venue, base, quote }))
      }
    },
  )
  let refreshedAt = 0
  let now = 0
  for (const one of given) {
    now = one.at + 250
    // The worker lives through the silence too.
    for (; refreshedAt > 0 && refreshedAt + 600_000 < now; refreshedAt += 600_000) {
      moveTo(refreshedAt)
      await paint.refresh(refreshedAt)
    }
    moveTo(now)
    if (one.kind === 'ticks') intake.frame(one.ticks, one.source)
    else if (one.kind === 'trades') intake.trades(one.symbol, one.trades)
    else intake.backfill(one.symbol, one.trades)
    const isNews = changes.length > 0
    if (isNews) paint.spread(changes.splice(0))
    if (!isNews && now - refreshedAt < 300_000) continue
    refreshedAt = now
    await paint.refresh(now)
  }
  await paint.refresh(now)
  return { record, flagged: flagged.size, now }
}

function listings(given: readonly FeedInput[]) {
  const symbols = new Set(
    given.flatMap((one) => (one.kind === 'ticks' ? one.ticks.map((t) => t.symbol) : [])),
  )
  return [...symbols].map((symbol) => {
    const base = symbol.replace(/USDT$/, '')
    return { type: 'symbol', symbol, base, quote: 'USDT', state: 'trading' } as const
  })
}
