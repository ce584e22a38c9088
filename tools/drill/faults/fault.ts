import type { Exchange } from '../../../src/exchanges/exchange.ts'
import type { DrivenClock } from '../clock/driven-clock.ts'
import type { Line } from '../network/line.ts'
import type { SimulatedNetwork } from '../network/simulated-network.ts'

/** A way on which a venue's data come: its stream of tickers, its polled tickers, its stream of trades. */
export type Way = 'stream' | 'poll' | 'trades'

/** Where a fault is played. */
export interface Scene {
  readonly exchange: Exchange
  /** The coin whose price begins to rise during the fault, upper case. */
  readonly coin: string
  readonly network: SimulatedNetwork
  readonly clock: DrivenClock
}

/** A fault while it lasts. */
export interface FaultInForce {
  /** What it does to the line; what is absent stays sound. */
  readonly line?: Partial<Line>
  /** The fault begins: the line is in force from now on. */
  begin?(): void
  /** To be called every half second. @param passedMs time since the beginning */
  step?(passedMs: number): void
  /** The line is sound again. */
  end?(): void
}

/** A fault that a venue, or what lies before it, can have. */
export interface Fault {
  readonly name: string
  /** One line for the list of faults. */
  readonly about: string
  /** The ways on which nothing that can be understood comes while it lasts. */
  cuts(exchange: Exchange): readonly Way[]
  /** Messages go on to come where it cuts, and cannot be read: where no way to tickers is left, the state says so. */
  readonly isUnreadable?: true
  open(scene: Scene): FaultInForce
}

/** Every way that an exchange has. */
export const waysOf = ({ stream }: Exchange): readonly Way[] =>
  stream ? ['stream', 'poll', 'trades'] : ['poll', 'trades']

/** The way on which the tickers come while nothing is wrong. */
export const firstWay = ({ stream }: Exchange): Way => (stream ? 'stream' : 'poll')
