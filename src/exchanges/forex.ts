import type { ForexRate } from '../market/cross-rate.ts'
import { type JsonObject, valueAt } from './wire/json.ts'
import { maxRows } from './validate/limits.ts'
import { name } from './validate/text-values.ts'
import { price } from './validate/values.ts'
import { isoTime } from './wire/wire-time.ts'

/** A source of foreign exchange rates. It is no crypto exchange and has no pairs to watch. */
export interface Forex {
  readonly name: string
  /** Match patterns of the hosts requested. */
  readonly hosts: readonly string[]
  /** One GET that returns every rate, and how often to poll it. */
  readonly url: string
  readonly everyMs: number
  /** The valid rates of a reply, and the number of invalid entries. Never throws. */
  read(payload: unknown): { readonly rates: readonly ForexRate[]; readonly dropped: number }
}

function rateOf({ symbol, bid, ask, timestamp }: JsonObject): ForexRate | null {
  const [base, quote] = name(symbol)?.split('_') ?? []
  const [bidRate, askRate, at] = [price(bid), price(ask), isoTime(timestamp)]
  if (!base || !quote || bidRate === undefined || askRate === undefined || at === undefined) return null
  // A withdrawn book shows absurd quotes, whose middle is no rate.
  return askRate < bidRate || askRate > bidRate * 1.02
    ? null
    : { base, quote, rate: (bidRate + askRate) / 2, at }
}

/**
 * GMO Coin's forex ticker: https://api.coin.z.com/fxdocs/en/#ticker. Rows have the time of their last quote; on
 * weekends that is Friday night, with `status` CLOSE. Public, without a key; no limit is published for GET.
 */
export const forex: Forex = {
  name: 'GMO Coin FX',
  hosts: ['https://forex-api.coin.z.com/*'],
  url: 'https://forex-api.coin.z.com/public/v1/ticker',
  everyMs: 60_000,
  read(payload) {
    const rates: ForexRate[] = []
    let dropped = 0
    try {
      for (const entry of valueAt(payload, 'data') as Iterable<JsonObject | null>) {
        const rate = entry && rateOf(entry)
        if (rate && rates.length < maxRows) rates.push(rate)
        else dropped++
      }
    } catch {
      dropped++
    }
    return { rates, dropped }
  },
}
