import type { Market } from '../../market/market.ts'
import type { Tape } from '../../market/tape.ts'
import { illegal, invalidSymbol, missing } from './refusal.ts'

/** The pair named by the mandatory parameter `symbol`. @throws Refusal */
export function tapeOf(market: Market, query: URLSearchParams): Tape {
  const symbol = query.get('symbol')
  if (!symbol) throw missing('symbol')
  return listed(market, symbol)
}

/** The pairs named by `symbol` or `symbols`; null where neither is given. @throws Refusal */
export function tapesOf(market: Market, query: URLSearchParams): readonly Tape[] | null {
  if (query.has('symbol')) return [tapeOf(market, query)]
  const list = query.get('symbols')
  if (list === null) return null
  const names: unknown = jsonIn(list)
  if (!Array.isArray(names) || names.length === 0)
    throw illegal('symbols', '^\\[("[A-Z0-9-_.]{1,20}"(,"[A-Z0-9-_.]{1,20}"){0,}){0,1}\\]$')
  return names.map((name) => listed(market, String(name)))
}

/** A whole number parameter, or null where absent. @throws Refusal */
export function wholeOf(query: URLSearchParams, name: string): number | null {
  const text = query.get(name)
  if (text === null) return null
  if (!/^\d{1,20}$/.test(text)) throw illegal(name, '^[0-9]{1,20}$')
  return Number(text)
}

/** The parameter `limit` within 1…`max`. @throws Refusal */
export const limitOf = (query: URLSearchParams, usual: number, maxLimit: number): number =>
  Math.min(maxLimit, Math.max(1, wholeOf(query, 'limit') ?? usual))

function listed(market: Market, symbol: string): Tape {
  const tape = market.tapes.get(symbol)
  if (!tape) throw invalidSymbol()
  return tape
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
