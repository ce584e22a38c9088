import { beforeAll, describe, expect, test } from 'vitest'
import { exchanges, venues } from '../../src/exchanges/registry.ts'
import { marketOf } from '../../src/market/venue-id.ts'
import {
  checkSimulated,
  exitCodeOf,
  exitCodes,
  type Planted,
  placesFor,
  probeSound,
} from '../../tools/check/check.ts'
import { drifts } from '../../tools/check/drifts.ts'
import type { CheckRow } from '../../tools/check/judge.ts'
import type { Probe } from '../../tools/check/probe.ts'

const seconds = 12

let whole: readonly Probe[]
/** Those of the spot markets: an exchange's server answers for its contracts too, and a drift there is one of both. */
let sound: readonly Probe[]
beforeAll(async () => {
  whole = await probeSound(venues, seconds)
  sound = whole.filter(({ venue }) => marketOf(venue) === 'spot')
})

/** In each venue one drift, at another kind of call from venue to venue. */
function spread(drift: (typeof drifts)[number]): readonly Planted[] {
  const calls = [...new Set(sound.map(({ call }) => call))]
  return exchanges.flatMap(({ id }, i) => {
    const places = calls
      .flatMap((call) => placesFor(drift, call, sound))
      .filter(({ probe }) => probe.venue === id)
    return places[i % places.length] ?? []
  })
}

const placeOf = (url: string) => url.split('?')[0]
/** One address may serve two purposes: what happens to it happens to both. */
const isAt = ({ probe }: Planted, row: CheckRow) =>
  row.venue === probe.venue && (row.call === probe.call || placeOf(row.url) === placeOf(probe.url))

test('venues whose wire is as documented are all well', async () => {
  const { rows } = await checkSimulated(venues, seconds, whole, [])
  expect(rows.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
  expect(new Set(rows.map(({ venue }) => venue)).size).toBe(venues.length)
  expect(exitCodeOf(rows)).toBe(exitCodes.ok)
})

describe.each(drifts)('$name', (drift) => {
  test('is named wherever it is planted, and nothing else is', async () => {
    const planted = spread(drift)
    expect(planted.length).toBeGreaterThanOrEqual(exchanges.length - 1)
    const { rows } = await checkSimulated(exchanges, seconds, sound, planted)
    const found = planted.map((each) => ({
      at: `${each.probe.venue}: ${each.probe.call}`,
      isNamed: rows.some(
        (row) => isAt(each, row) && row.call === each.probe.call && drift.verdicts.includes(row.verdict),
      ),
    }))
    expect(found.filter(({ isNamed }) => !isNamed)).toEqual([])
    const others = rows.filter((row) => !planted.some((each) => isAt(each, row)))
    expect(others.filter(({ verdict }) => verdict !== 'ok')).toEqual([])
    expect(exitCodeOf(rows)).toBe(drift.name === 'region-block' ? exitCodes.unasked : exitCodes.drifted)
  })
})
