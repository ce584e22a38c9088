import { beforeAll, describe, expect, test } from 'vitest'
import { exchanges, perpetuals, venues } from '../../src/exchanges/registry.ts'
import { exchangeIdOf, marketOf } from '../../src/market/venue-id.ts'
import {
  type Checked,
  checkSimulated,
  exitCodeOf,
  exitCodes,
  type Planted,
  placesFor,
} from '../../tools/check/check.ts'
import { type Drift, drifts } from '../../tools/check/drifts.ts'
import type { CheckRow } from '../../tools/check/judge.ts'
import { placeOf, type Probe } from '../../tools/check/probe.ts'
import { openSimulation } from '../../tools/check/simulate.ts'

const seconds = 6
const simulation = openSimulation(venues)
const perpetualIds = perpetuals.map(({ id }) => id)
/** A server of theirs answers for both markets. */
const shared = ['bitflyer', 'cryptocom', 'okx']

let sound: readonly Probe[]
const soundOf = (market: 'spot' | 'perpetual') => sound.filter(({ venue }) => marketOf(venue) === market)
beforeAll(async () => {
  sound = await simulation.probe(venues, seconds)
})

/** Wherever a drift can be planted in a venue, in the order in which it is asked. */
function placesIn(drift: Drift, id: string): readonly Planted[] {
  const own = sound.filter(({ venue }) => venue === id)
  return [...new Set(own.map(({ call }) => call))].flatMap((call) => placesFor(drift, call, own))
}

/** One address may serve two purposes, or two markets: what happens to it happens to both. */
function isAt({ probe }: Planted, other: Probe): boolean {
  if (exchangeIdOf(probe.venue) !== exchangeIdOf(other.venue)) return false
  return isSamePlace(probe, other) || (probe.call === other.call && probe.url === other.url)
}

const isSamePlace = (one: Probe, other: Probe) =>
  one.connection === undefined && other.connection === undefined && placeOf(one) === placeOf(other)

const nameOf = ({ probe }: Pick<Planted, 'probe'>) => `${probe.venue}: ${probe.call}`

interface Place {
  readonly at: string
  readonly verdict: string
}
const placeIn = ({ venue, call, verdict, what }: CheckRow): Place => ({
  at: `${venue}: ${call}`,
  verdict: `${verdict} ${what}`,
})

/** What was planted and not named, and what was named and not planted. */
function mistakesIn({ probes, rows }: Checked, planted: readonly Planted[]) {
  const isUnlisted = (id: string) =>
    probes.some(({ venue, call, rows: read }) => venue === id && call === 'list' && read.length === 0)
  const mustBe = (row: CheckRow, i: number): readonly string[] => {
    if (marketOf(row.venue) === 'perpetual' && row.call !== 'list' && isUnlisted(row.venue))
      return ['unasked']
    // The tickers of some spot markets tell which pairs there are.
    const sound = isUnlisted(row.venue) ? ['ok', 'unasked'] : ['ok']
    const here = planted.filter((each) => isAt(each, probes[i]!))
    if (here.length === 0) return sound
    const isFirst = rows.findIndex(({ venue, call }) => venue === row.venue && call === row.call) === i
    const isPlanted =
      isFirst && here.some(({ probe }) => probe.venue === row.venue && probe.call === row.call)
    const named = here.flatMap(({ drift }) => drift.verdicts)
    // What else comes from that address may be nothing, or not hurt.
    return isPlanted ? named : [...named, ...sound]
  }
  return rows.filter((row, i) => !mustBe(row, i).includes(row.verdict)).map(placeIn)
}

async function plant(asked: typeof venues, planted: readonly Planted[], known: readonly Probe[]) {
  const checked = await checkSimulated(simulation, asked, seconds, known, planted)
  expect(mistakesIn(checked, planted)).toEqual([])
  const isTold = (probe: Probe) =>
    checked.rows.some(({ venue, call }) => venue === probe.venue && call === probe.call)
  const isAsked = ({ venue }: Probe) => asked.some(({ id }) => id === venue)
  expect(known.filter((probe) => isAsked(probe) && !isTold(probe)).map((probe) => nameOf({ probe }))).toEqual(
    [],
  )
  const isUnasked = planted.every(({ drift }) => drift.name === 'region-block')
  expect(exitCodeOf(checked.rows)).toBe(isUnasked ? exitCodes.unasked : exitCodes.drifted)
}

test('venues whose wire is as documented are all well', async () => {
  const { rows } = await checkSimulated(simulation, venues, seconds, sound, [])
  expect(rows.filter(({ verdict }) => verdict !== 'ok').map(placeIn)).toEqual([])
  expect(new Set(rows.map(({ venue }) => venue)).size).toBe(venues.length)
  expect(exitCodeOf(rows)).toBe(exitCodes.ok)
  // Of what brings no rows there, nobody would see a drift.
  const brings = (row: CheckRow) =>
    rows.some(({ venue, call, rows: count }) => venue === row.venue && call === row.call && count > 0)
  expect(rows.filter((row) => marketOf(row.venue) === 'perpetual' && !brings(row)).map(placeIn)).toEqual([])
})

describe.each(drifts)('$name', (drift) => {
  test('is named wherever it is planted in spot markets, and nothing else is', async () => {
    // In each venue one, at another kind of call from venue to venue.
    const planted = exchanges.flatMap(({ id }, i) => {
      const places = placesIn(drift, id)
      return places[i % places.length] ?? []
    })
    expect(planted.length).toBeGreaterThanOrEqual(exchanges.length - 1)
    await plant(exchanges, planted, soundOf('spot'))
  })

  test('is named at every call of every perpetual market, and nothing else is', async () => {
    const rounds = roundsOf(drift)
    const places = perpetualIds.flatMap((id) => placesIn(drift, id))
    expect(places.length).toBeGreaterThan(perpetuals.length * 3)
    const isPlanted = ({ probe }: Planted) =>
      rounds.flat().some((each) => each.probe === probe || isSamePlace(each.probe, probe))
    expect(places.filter((each) => !isPlanted(each)).map(nameOf)).toEqual([])
    for (const planted of rounds) await plant(askedFor(planted), planted, sound)
  })
})

/** The venues in which something is planted, and the other markets of their exchanges that share a server. */
const askedFor = (planted: readonly Planted[]) => {
  const ids = planted.map(({ probe }) => probe.venue)
  const [own, exchangeIds] = [new Set(ids), new Set(ids.map(exchangeIdOf))]
  return venues.filter(({ id }) => own.has(id) || (shared.includes(id) && exchangeIds.has(id)))
}

/** Which of a market's places are planted at once: what comes of one must not hide what comes of another. */
function roundsOf(drift: Drift): readonly (readonly Planted[])[] {
  const isOfList = ({ probe }: Planted) =>
    placeOf(probe) === placeOf(sound.find(({ venue, call }) => venue === probe.venue && call === 'list')!)
  const places = perpetualIds.map((id) => placesIn(drift, id))
  // The list, or what comes from its address.
  const rounds = [places.flatMap((own) => own.find(isOfList) ?? [])]
  const add = (each: Planted, round: number) => void (rounds[round] ??= []).push(each)
  for (const own of places) {
    const further = own.filter((each) => !isOfList(each))
    if (drift.name !== 'changed-unit') further.forEach((each, i) => add(each, 1 + (i % 2)))
    else {
      // What most messages agree on must stay right: of prices and amounts one is wrong at a time.
      const isTerm = ({ probe }: Planted) => probe.call.startsWith('contracts')
      further.filter((each) => !isTerm(each)).forEach((each, i) => add(each, 1 + i))
      further.filter(isTerm).forEach((each, i) => add(each, 1 + i))
    }
  }
  return rounds.filter((round) => round.length > 0)
}
