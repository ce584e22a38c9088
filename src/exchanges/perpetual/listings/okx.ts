import { text } from '../../validate/text-values.ts'
import { number } from '../../validate/values.ts'
import type { JsonObject } from '../../wire/json.ts'
import type { Sides } from '../../wire/sides.ts'
import { lookup } from '../../wire/wire-field.ts'
import { mapContract } from '../map-perpetual.ts'

// What OKX calls and lists as a perpetual swap.

const swap = /^([^-]+)-([^-]+)-SWAP$/

/** Of BTC-USDT-SWAP; BTC-USD_UM-SWAP is in dollars as well. */
export function sidesOf(symbol: string): Sides | null {
  const [, base, quote] = swap.exec(symbol.toUpperCase()) ?? []
  return base && quote ? { base, quote: quote.replace(/_UM$/, '') } : null
}

/** Whether an id is that of a perpetual swap. */
export const isSwap = (id: unknown) => swap.test(text(id) ?? '')

/** The contracts on an index: BTC-USDT-SWAP is on BTC-USDT, BTC-USD_UM-SWAP on BTC-USD. */
export const contractsOn = (index: string): readonly string[] => [`${index}-SWAP`, `${index}_UM-SWAP`]

const family = (entry: JsonObject) => (text(entry.instFamily) ?? text(entry.uly) ?? '').split('-')

/** A contract of instruments. */
export const contract = mapContract({
  symbol: 'instId',
  base: (entry) => family(entry)[0],
  quote: (entry) => family(entry)[1]?.replace(/_UM$/, ''),
  settle: 'settleCcy',
  margin: 'ctType',
  contractSize: ({ ctVal, ctMult }) => (number(ctVal) ?? Number.NaN) * (number(ctMult) ?? 1),
  state: lookup('state', {
    live: 'trading',
    suspend: 'halted',
    rebase: 'halted',
    preopen: 'prelisting',
    post_only: 'prelisting',
  }),
  class: ({ ruleType, instCategory }) =>
    ruleType === 'pre_market'
      ? 'pre-market'
      : ['', '1'].includes(text(instCategory) ?? '')
        ? 'crypto'
        : 'traditional',
  delistingAt: 'expTime',
})
