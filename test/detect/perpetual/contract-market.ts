import { createEngine, type Engine } from '../../../src/detect/engine-state.ts'
import { playInput } from '../../../src/detect/play-input.ts'
import type { EngineInput } from '../../../src/detect/recording/engine-input.ts'
import type { Contract, ContractClass } from '../../../src/market/contract.ts'
import type { Liquidation } from '../../../src/market/derivative.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { seeded } from '../../../tools/examples/seeded.ts'

/** What a contract does in one step; what is left out goes its usual way. Prices: quote per base. */
export interface ContractStep {
  readonly last?: number
  readonly mark?: number
  readonly index?: number
  readonly spot?: number
  /** Units of the base. */
  readonly openInterest?: number
  readonly fundingRate?: number
  readonly intervalH?: number
  readonly upperLimit?: number
  readonly lowerLimit?: number
  readonly adlRisk?: 'low' | 'high'
  readonly isDislocated?: boolean
  readonly isVolatile?: boolean
  /** Multiple of the usual turnover. */
  readonly times?: number
  /** USD liquidated in this step. */
  readonly longs?: number
  readonly shorts?: number
}

interface Drawn {
  readonly symbol: string
  readonly base: string
  readonly class: ContractClass
  /** Quote per step of ten seconds. */
  readonly turnover: number
  price: number
  interest: number
  traded: number
  count: number
}

interface ContractMarketOptions {
  readonly venue?: string
  readonly seed?: number
  /** What its contracts are of. */
  readonly of?: ContractClass
  /** Quote per step of ten seconds. */
  readonly turnover?: number
  /** How far from the mark an order may be, a fraction of it; 0: nothing is published. */
  readonly band?: number
}

/** A perpetual market drawn step by step, and the engine that hears it. */
export class ContractMarket {
  engine: Engine
  readonly changes: Episode[] = []
  readonly inputs: EngineInput[] = []
  at = Date.UTC(2026, 0, 5)
  readonly contracts: readonly Drawn[]
  private readonly random: () => number
  /** Whether spot prices are told. */
  hasSpot = false

  constructor(
    count: number,
    {
      venue = 'bybit-perpetual',
      seed = 1,
      of = 'crypto',
      turnover = 50_000,
      band = 0,
    }: ContractMarketOptions = {},
  ) {
    this.engine = createEngine(venue)
    this.random = seeded(seed)
    this.contracts = Array.from({ length: count }, (_, i) => {
      const base = i === 0 ? 'SYS' : `C${i}`
      return {
        symbol: `${base}USDT`,
        base,
        class: of,
        turnover,
        price: 100,
        interest: 1e6,
        traded: 1e6,
        count: 1e4,
      }
    })
    const list = this.contracts.map((each) => contractOf(each, band))
    this.play({ kind: 'list', list: list.map((each) => ({ ...each, type: 'symbol' as const })) })
    this.play({ kind: 'contracts', list })
  }

  /** Passes time in steps in which nothing happens but an ordinary walk. */
  calm(minutes: number, everyMs = 10_000): void {
    for (let i = 0; i < (minutes * 60_000) / everyMs; i++) this.step(everyMs)
  }

  /** One frame of tickers, and what is told of the contracts. @param market log return of all that is not drawn */
  step(afterMs: number, drawn: Readonly<Record<string, ContractStep>> = {}, market = 0): void {
    this.at += afterMs
    const { at } = this
    const steps = this.contracts.map((contract) => ({
      contract,
      step: this.advance(contract, afterMs, drawn, market),
    }))
    const ticks = steps.map(({ contract: { symbol, base, price, traded, count } }) => {
      const known = { symbol, base, quote: 'USDT', at, last: price, quoteVolume: traded, count, since: 0 }
      return { type: 'tick', ...known } as const
    })
    this.play({ kind: 'frame', ticks, at, source: 'stream' })
    if (this.hasSpot)
      this.play({
        kind: 'spot',
        prices: steps.map(({ contract, step }) => ({
          symbol: contract.symbol,
          last: step.spot ?? this.near(contract.price),
        })),
        at,
      })
    const rows = steps.map(
      ({ contract, step: { last: _l, spot: _s, times: _t, longs: _o, shorts: _h, ...step } }) => ({
        type: 'derivative' as const,
        symbol: contract.symbol,
        mark: this.near(contract.price),
        index: this.near(contract.price),
        fundingRate: 0.0001,
        ...step,
        openInterest: contract.interest,
        at,
      }),
    )
    this.play({ kind: 'derivatives', rows, at })
    const liquidations = steps.flatMap(({ contract, step }) => this.liquidationsOf(contract, step))
    if (liquidations.length > 0) this.play({ kind: 'liquidations', rows: liquidations, at })
  }

  play(input: EngineInput): void {
    this.inputs.push(input)
    this.changes.push(...playInput(this.engine, input))
  }

  /** Each kind and tier that was told of a contract, in order. */
  told(symbol = 'SYSUSDT'): readonly string[] {
    const own = this.changes.filter((each) => each.symbol === symbol)
    return [...new Set(own.map(({ kind, tier }) => `${kind} ${tier}`))]
  }

  private near(price: number): number {
    return price * (1 + 0.0006 * (this.random() - 0.5))
  }

  private advance(
    contract: Drawn,
    afterMs: number,
    drawn: Readonly<Record<string, ContractStep>>,
    market: number,
  ): ContractStep {
    const step = drawn[contract.symbol] ?? {}
    const usual =
      contract.price * Math.exp(market + 0.0004 * Math.sqrt(afterMs / 10_000) * 2 * (this.random() - 0.5))
    contract.price = step.last ?? usual
    contract.interest = step.openInterest ?? contract.interest * (1 + 0.0004 * (this.random() - 0.5))
    contract.traded += contract.turnover * (afterMs / 10_000) * (0.5 + this.random()) * (step.times ?? 1)
    contract.count += Math.ceil(20 * (afterMs / 10_000) * (step.times ?? 1))
    return step
  }

  private liquidationsOf(
    { symbol, price }: Drawn,
    { longs = 0, shorts = 0 }: ContractStep,
  ): readonly Liquidation[] {
    const of = (side: 'buy' | 'sell', usd: number): Liquidation[] =>
      usd > 0 ? [{ type: 'liquidation', symbol, side, price, amount: usd / price, at: this.at }] : []
    return [...of('sell', longs), ...of('buy', shorts)]
  }
}

function contractOf({ symbol, base, class: of }: Drawn, band: number): Contract {
  const terms = { multiplier: 1, contractSize: 1, margin: 'linear', settle: 'USDT' } as const
  const funding = { intervalH: 8, cap: 0.02, floor: -0.02 }
  const limits = band > 0 ? { upperBand: 1 + band, lowerBand: 1 - band } : {}
  const known = { symbol, base, quote: 'USDT', state: 'trading', class: of, ...limits } as const
  return { type: 'contract', ...known, ...terms, ...funding }
}
