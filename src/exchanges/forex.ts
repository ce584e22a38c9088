import type { ForexRate } from '../market/cross-rate.ts'
import { type Fields, within } from './wire/fields.ts'
import { positive, text } from './gate/raw-row.ts'
import { isoTime } from './wire/wire-time.ts'

/** Where the rates of the foreign exchange market come from. No exchange of coins: it has no pairs to watch. */
export interface Forex {
  readonly name: string
  /** Match patterns of the hosts asked. */
  readonly hosts: readonly string[]
  /** One GET that gives every rate, and how often it is worth asking. */
  readonly url: string
  readonly everyMs: number
  /** The sound rates of a reply, and how many entries were not. Total: throws at nothing. */
  read(payload: unknown): { readonly rates: readonly ForexRate[]; readonly dropped: number }
}

function rateOf({ symbol, bid, ask, timestamp }: Fields): ForexRate | null {
  const [base, quote] = text(symbol)?.split('_') ?? []
  const [buys, sells, at] = [positive(bid), positive(ask), isoTime(timestamp)]
  if (!base || !quote || buys === undefined || sells === undefined || at === undefined) return null
  // A pulled book shows absurd ends; a rate that is a guess between them is none.
  return sells < buys || sells > buys * 1.02 ? null : { base, quote, rate: (buys + sells) / 2, at }
}

/**
 * GMO Coin's forex ticker: https://api.coin.z.com/fxdocs/en/#ticker. Rows carry the time of their last quote;
 * on weekends that is Friday night's, and `status` CLOSE. Public, without a key; no limit is published for GET.
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
      for (const entry of within(payload, 'data') as Iterable<Fields | null>) {
        const rate = entry && rateOf(entry)
        if (rate) rates.push(rate)
        else dropped++
      }
    } catch {
      dropped++
    }
    return { rates, dropped }
  },
}
