import type { JsonObject } from '../../../../src/exchanges/wire/json.ts'
import { minuteMs } from '../../market/bar.ts'
import type { ContractMarket } from '../../market/contracts.ts'
import type { VenueMarket } from '../../market/venue-market.ts'
import { openBudget } from '../budget.ts'
import { objectIn } from '../client-message.ts'
import { minutesOf } from '../interval-minutes.ts'
import type { Call, Reply } from '../simulated-venue.ts'
import { jsonReply, notFound } from '../simulated-venue.ts'
import { openBooks } from './books.ts'
import { candleRow, tradeRow } from './rows.ts'

/** Weight a minute: …/for-developers/api/rate-limits-and-user-limits. */
const budgetWeight = 1_200
const weight = 20
const recentTrades = 10
/** How many of the newest candles of a length there are. */
const maxCandles = 5_000
const minutesIn = minutesOf('1m 3m 5m 15m 30m 1h 2h 4h 8h 12h 1d')

/** A refusal; status 200 asks for an error body, which is no more than `null`, with status 500. */
export const refuse = (status: number): Reply => jsonReply(null, 0, status === 200 ? 500 : status)

const malformed: Reply = {
  status: 422,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'Failed to deserialize the JSON body into the target type',
  weight,
}

/** Opens `POST /info`: one path for everything, told apart by the `type` in the body. */
export function openRest(
  venueMarket: VenueMarket,
  contracts: ContractMarket,
  wall: () => number,
): (call: Call) => Reply {
  const budget = openBudget(wall, budgetWeight, minuteMs)
  const books = openBooks(venueMarket, contracts)
  /** What is asked of one exchange; null where there is none of that name. */
  const ofExchange = <T>({ dex = '' }: JsonObject, give: (name: string) => T): T | null => {
    const name = books.names.find((each) => each === dex)
    return name === undefined ? null : give(name)
  }

  function candles({ coin, interval, startTime, endTime }: JsonObject): unknown {
    const listing = venueMarket.listing(String(coin))
    const minutes = minutesIn(String(interval))
    if (!listing || minutes === undefined || typeof startTime !== 'number') return null
    const oldest = venueMarket.now - maxCandles * minutes * minuteMs
    const until = typeof endTime === 'number' ? endTime : venueMarket.now
    return venueMarket
      .candlesIn(listing, minutes, Math.max(startTime, oldest), until + 1)
      .slice(-maxCandles)
      .map((bar) => candleRow(listing, bar, minutes, String(interval)))
  }
  const answers: Readonly<Record<string, (body: JsonObject) => unknown>> = {
    meta: (body) => ofExchange(body, books.meta),
    allPerpMetas: () => books.names.map(books.meta),
    perpCategories: () => books.categories(),
    metaAndAssetCtxs: (body) => ofExchange(body, (name) => [books.meta(name), books.contexts(name)]),
    recentTrades({ coin }) {
      const listing = venueMarket.listing(String(coin))
      return listing && venueMarket.latestTrades(listing, recentTrades).toReversed().map(tradeRow)
    },
    candleSnapshot: ({ req }) => candles((req ?? {}) as JsonObject),
  }
  const weightOf = (type: string, rows: unknown): number => {
    const count = Array.isArray(rows) ? rows.length : 0
    if (type === 'candleSnapshot') return weight + Math.floor(count / 60)
    return type === 'recentTrades' ? weight + Math.floor(count / 20) : weight
  }
  return ({ method, path, body = '' }) => {
    if (method !== 'POST' || path !== '/info') return notFound
    const asked = objectIn(body)
    const type = String(asked?.type)
    const answer = Object.hasOwn(answers, type) ? answers[type] : undefined
    const result = asked && answer ? answer(asked) : null
    const cost = weightOf(type, result)
    if (budget.charge(cost) > 0) return refuse(429)
    if (!asked || !answer) return malformed
    // Of an unknown coin it says nothing either.
    return result === null ? refuse(500) : jsonReply(result, cost)
  }
}
