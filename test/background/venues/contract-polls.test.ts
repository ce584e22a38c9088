import { expect, test } from 'vitest'
import { contractPolls } from '../../../src/background/venues/contract-polls.ts'
import { binance } from '../../../src/exchanges/binance.ts'
import { htxPerpetualMarket } from '../../../src/exchanges/perpetual/feeds/htx.ts'
import { learnContracts, withContracts } from '../../../src/exchanges/perpetual/contracts.ts'
import type { MarketRow } from '../../../src/exchanges/perpetual/read-market.ts'

const at = 1_790_000_055_000

const exchange = withContracts(htxPerpetualMarket)
learnContracts(exchange, [
  {
    ...{ type: 'contract', symbol: 'SYS-USDT', base: 'SYS', quote: 'USDT', state: 'trading' },
    ...{ multiplier: 1, contractSize: 10, margin: 'linear', settle: 'USDT', class: 'crypto' },
  },
])
const told: MarketRow[] = []
const polls = contractPolls(exchange, {
  symbols: () => ['SYS-USDT', 'BTC-USDT'],
  onContracts: ({ rows }) => void told.push(...rows),
})
const pollOf = (part: string) => polls.find((poll) => poll.calls().some(({ url }) => url.includes(part)))!

test('a running candle is as of its answer, and each contract is asked for', () => {
  const poll = pollOf('mark_price_kline')
  const [call, other] = poll.calls()
  expect([call!.url, other!.url]).toEqual([
    expect.stringContaining('contract_code=SYS-USDT'),
    expect.stringContaining('contract_code=BTC-USDT'),
  ])
  const payload = { status: 'ok', ts: at, data: [{ id: Math.floor(at / 60_000) * 60, close: '0.25' }] }
  poll.onAnswer!({ call: call!, payload, at })
  expect(told.splice(0)).toEqual([{ type: 'derivative', symbol: 'SYS-USDT', mark: 0.25, at }])
  // Nothing is left for the end of the round.
  expect(poll.onAnswers([{ call: call!, payload, at }])).toBeNull()
  expect(told).toEqual([])
})

test('what is of all contracts has its own time, and an answer without a row is told', () => {
  const poll = pollOf('swap_index')
  const [call] = poll.calls()
  const rows = [{ contract_code: 'SYS-USDT', index_price: 0.26, index_ts: at - 900 }]
  expect(poll.onAnswers([{ call: call!, payload: { status: 'ok', ts: at, data: rows }, at }])).toBeNull()
  expect(told.splice(0)).toEqual([{ type: 'derivative', symbol: 'SYS-USDT', index: 0.26, at: at - 900 }])
  expect(poll.onAnswers([{ call: call!, payload: { status: 'ok', ts: at, data: [] }, at }])).toBe('no rows')
})

test('a spot market has none', () => {
  expect(contractPolls(binance, { symbols: () => [], onContracts: () => undefined })).toEqual([])
})
