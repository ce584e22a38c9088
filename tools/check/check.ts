import type { Exchange } from '../../src/exchanges/exchange.ts'
import { oneOf, UsageError } from '../command-line.ts'
import { venues as simulated } from '../market-server/venues/all.ts'
import { servingVenue } from '../market-server/venues/simulated-venue.ts'
import { canDrift, type Drift, driftedLine } from './drifts.ts'
import type { Line } from '../drill/network/line.ts'
import { type CheckRow, judgeAll, type Verdict } from './judge.ts'
import type { Probe } from './probe.ts'
import { probeVenue } from './probe-venue.ts'
import type { Simulation } from './simulate.ts'

/** What is planted where. */
export interface Planted {
  readonly drift: Drift
  readonly probe: Probe
}

/** What came of each call, and how it is judged: as many rows as probes, in the same order. */
export interface Checked {
  readonly probes: readonly Probe[]
  readonly rows: readonly CheckRow[]
}

/** Verdicts that say that the wire is no longer what the adapter reads. */
const driftedVerdicts: readonly Verdict[] = [
  'changed',
  'moved',
  'refused',
  'silent',
  'unit',
  'unreadable',
  'clock',
]
/** Verdicts that say that nothing is wrong. */
const wellVerdicts: readonly Verdict[] = ['ok', 'quiet']

/** Whether a wire is no longer what its adapter reads. */
export const isDrifted = ({ verdict }: CheckRow): boolean => driftedVerdicts.includes(verdict)
/** Whether nothing is wrong. */
export const isWell = ({ verdict }: CheckRow): boolean => wellVerdicts.includes(verdict)

/** Exit codes: all well; a venue's wire has drifted; it has not, yet some venue could not be asked from here. */
export const exitCodes = { ok: 0, drifted: 1, unasked: 3 } as const

/** Asks real venues, all at once, each within its budget. */
export async function checkReal(
  exchanges: readonly Exchange[],
  seconds: number,
  sound: readonly Probe[],
  onVenue: (venue: string) => void,
): Promise<Checked> {
  const probes = await Promise.all(
    exchanges.map(async (exchange) => {
      const own = await probeVenue(exchange, seconds, sound)
      onVenue(exchange.id)
      return own
    }),
  )
  return { probes: probes.flat(), rows: judgeAll(probes.flat(), sound) }
}

/** Asks simulated venues, with at most one drift planted in each. */
export async function checkSimulated(
  simulation: Simulation,
  exchanges: readonly Exchange[],
  seconds: number,
  sound: readonly Probe[],
  planted: readonly Planted[],
): Promise<Checked> {
  const probes = await simulation.probe(exchanges, seconds, sound, linesOf(exchanges, planted))
  return { probes, rows: judgeAll(probes, sound) }
}

/** The lines to the servers: one may answer for both markets of its exchange, with a drift of each. */
function linesOf(exchanges: readonly Exchange[], planted: readonly Planted[]): ReadonlyMap<string, Line> {
  const servers = simulated.filter(({ id }) => exchanges.some((exchange) => exchange.id === id))
  const lines = new Map<string, Line>()
  for (const { drift, probe } of planted) {
    const exchange = exchanges.find(({ id }) => id === probe.venue)
    const { host, pathname: path, searchParams: query } = new URL(probe.url)
    const server = servingVenue(servers, { host: host.replace(/:\d+$/, ''), path, query })
    if (exchange && server) lines.set(server.id, driftedLine(exchange, drift, probe, lines.get(server.id)))
  }
  return lines
}

/** Where a drift can be planted and seen: the first such call of each venue that brings rows. */
export function placesFor(drift: Drift, call: string, sound: readonly Probe[]): readonly Planted[] {
  const places = sound.filter(
    (probe) => probe.call === call && probe.rows.length > 0 && canDrift(drift, probe),
  )
  return places
    .filter((probe, i) => places.findIndex(({ venue }) => venue === probe.venue) === i)
    .map((probe) => ({ drift, probe }))
}

/**
 * Where a drift is planted that was asked for by the name of a call.
 *
 * @throws UsageError where no venue has the call, or it cannot happen there
 */
export function placesIn(
  { drift, call }: { readonly drift: Drift; readonly call: string },
  sound: readonly Probe[],
): readonly Planted[] {
  const at = oneOf('--at', call, [...new Set(sound.map((probe) => probe.call))])
  const places = placesFor(drift, at, sound)
  if (places.length === 0) throw new UsageError(`${drift.name} cannot happen at '${at}' of what is asked`)
  return places
}

/** How a check ended. A source that no documentation promises decides nothing. */
export function exitCodeOf(rows: readonly CheckRow[]): number {
  const counted = rows.filter(({ documented }) => documented)
  if (counted.some(isDrifted)) return exitCodes.drifted
  return counted.every(isWell) ? exitCodes.ok : exitCodes.unasked
}
