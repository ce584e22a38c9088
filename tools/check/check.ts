import type { Exchange } from '../../src/exchanges/exchange.ts'
import { canDrift, type Drift, driftedLine } from './drifts.ts'
import type { Line } from '../drill/network/line.ts'
import { type CheckRow, judgeAll, type Verdict } from './judge.ts'
import type { Probe } from './probe.ts'
import { probeVenue } from './probe-venue.ts'
import { probeSimulated } from './simulate.ts'

/** What is planted where. */
export interface Planted {
  readonly drift: Drift
  readonly probe: Probe
}

/** Verdicts that say that the wire is no longer what the adapter reads. */
const drifted: readonly Verdict[] = ['changed', 'moved', 'refused', 'silent', 'unit', 'unreadable', 'clock']

/** Exit codes: all well; a venue's wire has drifted; it has not, yet some venue could not be asked from here. */
export const exitCodes = { ok: 0, drifted: 1, unasked: 3 } as const

/** The simulated venues' probes, of which the wire is as documented. */
export const probeSound = (exchanges: readonly Exchange[], seconds: number) =>
  probeSimulated(exchanges, seconds)

/** Asks real venues, all at once, each within its budget. */
export async function checkReal(
  exchanges: readonly Exchange[],
  seconds: number,
  sound: readonly Probe[],
  onVenue: (venue: string) => void,
): Promise<{ readonly probes: readonly Probe[]; readonly rows: readonly CheckRow[] }> {
  const probes = await Promise.all(
    exchanges.map(async (exchange) => {
      const own = await probeVenue(exchange, seconds)
      onVenue(exchange.id)
      return own
    }),
  )
  return { probes: probes.flat(), rows: judgeAll(probes.flat(), sound) }
}

/** Asks simulated venues, with at most one drift planted in each. */
export async function checkSimulated(
  exchanges: readonly Exchange[],
  seconds: number,
  sound: readonly Probe[],
  planted: readonly Planted[],
): Promise<{ readonly probes: readonly Probe[]; readonly rows: readonly CheckRow[] }> {
  const lines = new Map<string, Line>()
  for (const { drift, probe } of planted) {
    const exchange = exchanges.find(({ id }) => id === probe.venue)
    if (exchange) lines.set(probe.venue, driftedLine(exchange, drift, probe))
  }
  const probes = await probeSimulated(exchanges, seconds, lines)
  return { probes, rows: judgeAll(probes, sound) }
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

/** How a check ended. A source that no documentation promises decides nothing. */
export function exitCodeOf(rows: readonly CheckRow[]): number {
  const counted = rows.filter(({ documented }) => documented)
  if (counted.some(({ verdict }) => drifted.includes(verdict))) return exitCodes.drifted
  return counted.some(({ verdict }) => verdict !== 'ok') ? exitCodes.unasked : exitCodes.ok
}
