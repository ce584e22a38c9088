import { exchangeOf } from '../../src/exchanges/registry.ts'
import type { DrivenClock } from '../drill/clock/driven-clock.ts'
import { faults } from '../drill/faults/all.ts'
import type { FaultInForce } from '../drill/faults/fault.ts'
import { soundLine } from '../drill/network/line.ts'
import type { SimulatedNetwork } from '../drill/network/simulated-network.ts'
import { exponential, random } from '../market-server/market/random.ts'

/** Faults that come and go at venues, one at each at most. */
export interface RandomFaults {
  /** To be called before each step of the run. Returns how many are in force. */
  step(): number
  /** Those that have begun, in order. */
  readonly begun: readonly LaidFault[]
  /** Ends all. */
  end(): void
}

/** A fault that lay over a venue. */
export interface LaidFault {
  readonly venue: string
  readonly name: string
  /** True time, ms UTC. */
  readonly from: number
  readonly until: number
}

interface Fault extends LaidFault {
  readonly inForce: FaultInForce
}

const meanGapMs = 240_000
const lengthMs = 90_000
/** The clock of the computer is everybody's. */
const usable = faults.filter(({ name }) => !name.includes('clock'))

/** Lays faults of the drill over venues at random moments: the same seed lays the same. */
export function layRandomFaults(
  seed: number,
  venues: readonly string[],
  network: SimulatedNetwork,
  clock: DrivenClock,
): RandomFaults {
  const chance = random(seed)
  const present = new Map<string, Fault>()
  let nextAt = clock.now + meanGapMs * exponential(chance)
  const begun: LaidFault[] = []
  const pick = <T>(list: readonly T[]) => list[Math.floor(chance.next() * list.length)]

  function begin(): void {
    nextAt += meanGapMs * exponential(chance)
    const id = pick(venues)
    const exchange = exchangeOf(id ?? '')
    const fault = pick(usable)
    if (!exchange || !fault || present.has(exchange.id)) return
    const inForce = fault.open({ exchange, coin: 'XLM', network, clock })
    network.setLine(exchange.id, { ...soundLine, ...inForce.line })
    inForce.begin?.()
    const laid = { venue: exchange.id, name: fault.name, from: clock.now, until: clock.now + lengthMs }
    present.set(exchange.id, { ...laid, inForce })
    begun.push(laid)
  }
  function endOf(id: string, { inForce }: Fault): void {
    present.delete(id)
    network.setLine(id, null)
    inForce.end?.()
  }
  return {
    step() {
      if (clock.now >= nextAt) begin()
      for (const [id, fault] of present)
        if (clock.now >= fault.until) endOf(id, fault)
        else fault.inForce.step?.(clock.now - fault.from)
      return present.size
    },
    begun,
    end() {
      for (const [id, fault] of present) endOf(id, fault)
    },
  }
}
