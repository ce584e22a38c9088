import type { Tick } from '../../../../src/market/tick.ts'
import type { Trade } from '../../../../src/market/trade.ts'
import type { Detector } from '../../../../tools/backtest/replay/detector.ts'

/** One call a detector received. */
export interface Call {
  readonly what: 'frame' | 'trades' | 'backfill' | 'unfollow'
  readonly at: number
  readonly ticks: readonly Tick[]
  readonly trades: readonly Trade[]
}

/** A detector that records its calls and follows the pair when `wants` returns true. */
export function recorder(wants: (at: number) => boolean = () => false) {
  const calls: Call[] = []
  let now = 0
  const call = (what: Call['what'], at: number, ticks: readonly Tick[], trades: readonly Trade[]) => {
    now = at
    calls.push({ what, at, ticks: [...ticks], trades: [...trades] })
    return []
  }
  const detector: Detector = {
    list: () => undefined,
    ticks: (ticks, at) => call('frame', at, ticks, []),
    trades: (_, trades, at) => call('trades', at, [], trades),
    backfill: (_, trades, at) => call('backfill', at, [], trades),
    follows: () => (wants(now) ? ['SYSBTC'] : []),
    unfollow: () => call('unfollow', now, [], []),
    quietUntil: () => -Infinity,
  }
  return { detector, calls }
}
