import type { Site } from '../../src/exchanges/exchange.ts'
import type { Episode } from '../../src/market/episode.ts'
import { rowWithEpisode, rowWithPrice, type EpisodeRow } from '../../src/background/storage/episode-row.ts'
import type { Driver } from '../../tools/browsers/driver.ts'
import { episode } from '../../tools/examples/made-up.ts'
import type { MarketServer } from '../../tools/market-server/server.ts'

const minuteMs = 60_000
/** How long the made-up episodes lasted. */
const lengthMs = 40 * minuteMs

/** A settled episode of a coin at a venue that began so long ago, with the prices that the market had then. */
export function pastEpisode(server: MarketServer, { id }: Site, base: string, agoMs: number): Episode {
  const venueMarket = server.venueMarkets.get(id)
  const listing = venueMarket?.listings.find((each) => each.base === base)
  if (!venueMarket || !listing) throw new Error(`${id} does not list ${base}`)
  const startedAt = Math.floor((venueMarket.now - agoMs) / minuteMs) * minuteMs
  const settledAt = startedAt + lengthMs
  const bars = venueMarket.candlesIn(listing, 1, startedAt, settledAt)
  const highest = bars.reduce((a, b) => (b.high > a.high ? b : a))
  return episode({
    id: `${id}-${agoMs}`,
    venue: id,
    symbol: listing.symbol,
    base: listing.base,
    quote: listing.quote,
    phase: 'settled',
    startedAt,
    changedAt: settledAt,
    updatedAt: settledAt,
    startPrice: bars[0]?.open ?? NaN,
    peakPrice: highest.high,
    peakAt: highest.minute * minuteMs,
    lastPrice: bars.at(-1)?.close ?? NaN,
    line: { values: bars.map(({ close }) => close), stepMs: minuteMs, start: 0 },
    strayPrint: null,
  })
}

/** The row of an episode whose outcome is no longer measured. */
function rowOf(past: Episode): EpisodeRow {
  const row = rowWithEpisode(undefined, past, Date.now())
  return (['after15min', 'after1h', 'after24h'] as const).reduce(
    (each, horizon) => rowWithPrice(each, horizon, null),
    row,
  )
}

/** Puts episodes into the stored history, as if they had been told. */
export async function storePast(driver: Driver, list: readonly Episode[]): Promise<void> {
  const rows = JSON.stringify(list.map(rowOf))
  await driver.inExtension(`(async () => {
    // The background creates it: a page that opens it before would create an empty one.
    while (!(await indexedDB.databases()).some(({ name }) => name === 'keiho'))
      await new Promise((resolve) => setTimeout(resolve, 100))
    const asked = indexedDB.open('keiho')
    await new Promise((resolve, reject) => ((asked.onsuccess = resolve), (asked.onerror = reject)))
    const transaction = asked.result.transaction('episodes', 'readwrite')
    for (const row of ${rows}) transaction.objectStore('episodes').put(row)
    await new Promise((resolve, reject) =>
      ((transaction.oncomplete = resolve), (transaction.onerror = reject)))
    asked.result.close()
    return null
  })()`)
}
