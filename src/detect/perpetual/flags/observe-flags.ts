import type { Derivative } from '../../../market/derivative.ts'
import { type FlagName, type Flags, flagNames } from './flags.ts'

/**
 * Takes the flags that a venue sets on a contract. A row that tells nothing of a flag leaves it as it is; so do nearly
 * all rows.
 *
 * @param at time of the row, market time, ms
 */
export function observeFlags(
  flags: Map<string, Flags>,
  symbol: string,
  { adlRisk, isDislocated, isVolatile }: Derivative,
  at: number,
): void {
  if (adlRisk === undefined && isDislocated === undefined && isVolatile === undefined) return
  const isSet: Readonly<Record<FlagName, boolean | undefined>> = {
    'adl-risk': adlRisk && adlRisk === 'high',
    dislocation: isDislocated,
    'extreme-volatility': isVolatile,
  }
  const known = flags.get(symbol) ?? {}
  const next = flagNames.flatMap((name) => {
    const flag = isSet[name] ? { since: known[name]?.since ?? at, seenAt: at } : known[name]
    return flag && isSet[name] !== false ? [[name, flag] as const] : []
  })
  if (next.length > 0) flags.set(symbol, Object.fromEntries(next))
  else flags.delete(symbol)
}
