import { beforeAll, describe, expect, test } from 'vitest'
import { venues } from '../../src/exchanges/registry.ts'
import { exchangeIdOf } from '../../src/market/venue-id.ts'
import { isWhole } from '../shared/length.ts'
import { playPolls, type PlayedPolls } from './simulated/play-polls.ts'
import { retryAfter, type Sent } from './simulated/polled-network.ts'
import { type PublishedBudget, publishedBudgets } from './simulated/published-budgets.ts'

// An hour of all venues at once on a simulated clock, or half of it, three times as long as any period. Their sockets open
// but stay silent, so that everything is polled: the highest load that their REST hosts see of us, both markets of each
// exchange together, official sources included. In the 8th minute each refuses once, from the 14th to the 17th each fails.

const minuteMs = 60_000
const minutes = isWhole ? 60 : 30
const refusesFrom = 8 * minuteMs
const failsFrom = 14 * minuteMs
const failsUntil = 17 * minuteMs
const refused = new Set<string>()
let played: PlayedPolls

function statusOf(venue: string, at: number): number {
  if (at >= failsFrom && at < failsUntil) return 500
  if (at < refusesFrom || refused.has(venue)) return 200
  refused.add(venue)
  return 429
}

beforeAll(async () => {
  played = await playPolls({ watched: venues, minutes, statusOf })
}, 300_000)

const own = (id: string) => played.sent.filter(({ venue }) => venue === id)

/** The most that was spent in any stretch of this length, ms. @param list in the order of time */
function mostIn(list: readonly Sent[], ms: number): number {
  let [first, spent, most] = [0, 0, 0]
  for (const { at, weight } of list) {
    spent += weight
    while (list[first]!.at <= at - ms) spent -= list[first++]!.weight
    most = Math.max(most, spent)
  }
  return most
}

const countsIn = ({ of }: PublishedBudget, url: string) => of.some((begin) => url.startsWith(begin))

/** The share of a published budget that was used, at most, over whole periods of a minute together. */
function shareOf(exchangeId: string, budget: PublishedBudget, sent: readonly Sent[] = played.sent): number {
  const ms = budget.perMs * Math.ceil(minuteMs / budget.perMs)
  const list = sent.filter(({ venue, url }) => exchangeIdOf(venue) === exchangeId && countsIn(budget, url))
  return mostIn(list, ms) / ((budget.weight * ms) / budget.perMs)
}

/** Time from a refusal to the next request; requests already under way do not count. */
function silenceOf(id: string): number {
  const { answeredAt } = own(id).find(({ status }) => status === 429)!
  return own(id).find(({ at }) => at > answeredAt)!.at - answeredAt
}

const ids = venues.map(({ id }) => id)
const exchangeIds = [...new Set(ids.map(exchangeIdOf))]
const budgetsOf = (exchangeId: string) =>
  publishedBudgets(
    exchangeId,
    venues.filter(({ id }) => exchangeIdOf(id) === exchangeId),
  )

describe.each(exchangeIds)('%s', (exchangeId) => {
  test('stays within its rate limits with all of its markets', () => {
    for (const budget of budgetsOf(exchangeId)) {
      const share = shareOf(exchangeId, budget)
      expect(share, budget.of.join()).toBeGreaterThan(0)
      expect(share, budget.of.join()).toBeLessThanOrEqual(budget.useInFull ? 1 : 0.25)
    }
  })

  test('gets no request that no limit is known of', () => {
    const urls = played.sent.filter(({ venue }) => exchangeIdOf(venue) === exchangeId).map(({ url }) => url)
    expect(urls.filter((url) => !budgetsOf(exchangeId).some((budget) => countsIn(budget, url)))).toEqual([])
  })
})

describe.each(ids)('%s', (id) => {
  test('answers what it is asked', () => {
    const missed = own(id).filter(({ at, status }) => at < refusesFrom && status !== 200 && status !== 101)
    expect(missed.map(({ url, status }) => `${status} ${url}`)).toEqual([])
  })

  test('gets no request after a 429 until Retry-After has passed, and then soon one', () => {
    expect(silenceOf(id)).toBeGreaterThanOrEqual(retryAfter * 1000)
    expect(silenceOf(id)).toBeLessThan(retryAfter * 1000 + 60_000)
  })

  test('gets ever fewer requests while it fails, and the usual ones once it recovers', () => {
    const failing = own(id).filter(({ status }) => status === 500)
    // Per URL, with random waits of 45 s at most: about eleven requests, where one a second would make 180.
    const addresses = new Set(failing.map(({ url }) => url)).size
    expect(failing.length).toBeLessThanOrEqual(16 * addresses)
    const after = own(id).filter(({ at, status }) => at > failsUntil + 3 * minuteMs && status === 200)
    expect(after.length).toBeGreaterThan(3)
  })

  test('delivers data until the end', () => {
    const { receivedAt } = played.states.find(({ venue }) => venue === id)!
    expect(played.endedAt - receivedAt!).toBeLessThan(2 * minuteMs)
  })
})

test('nothing is requested twice at the same time', () => {
  expect(played.overlaps).toBe(0)
})

test('requests to the venues are spread over time', () => {
  const perSecond = new Map<number, Set<string>>()
  for (const { at, venue, cycle } of played.sent) {
    // Polls only; the trades of a suspect are requested as soon as it is one.
    if (cycle !== `${venue} tickers` && cycle !== `${venue} symbols`) continue
    const second = Math.floor(at / 1000)
    perSecond.set(second, (perSecond.get(second) ?? new Set()).add(venue))
  }
  // In quiet minutes: waits after an outage are random.
  const quiet = [...perSecond].filter(([second]) => second > 60 && second < refusesFrom / 1000)
  const most = Math.max(...quiet.map(([, venues]) => venues.size))
  expect(most).toBeLessThanOrEqual(Math.ceil(venues.length / 2))
  printTables(most)
})

function printTables(most: number): void {
  console.table(
    exchangeIds.flatMap((exchangeId) =>
      budgetsOf(exchangeId).map((budget) => ({
        exchange: exchangeId,
        of: budget.of[0]!.replace(/^https:\/\//, ''),
        'share of budget, %': Math.round(shareOf(exchangeId, budget) * 1000) / 10,
      })),
    ),
  )
  console.table(
    ids.map((id) => ({
      venue: id,
      requests: own(id).length,
      weight: own(id).reduce((sum, { weight }) => sum + weight, 0),
      'silence after 429, s': Math.round(silenceOf(id) / 1000),
      'while failing': own(id).filter(({ status }) => status === 500).length,
    })),
  )
  console.log(
    `overlapping ${played.overlaps}, venues asked in the same second at most ${most}, requests ${played.sent.length}`,
  )
}
