import { expect, test } from 'vitest'
import type { ReadKind } from '../../../src/exchanges/feeds/rest-call.ts'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { read } from '../../../src/exchanges/validate/read.ts'

// A status closes the venue only where its own scope fields say so. What they leave open, or leave unsaid, is of
// some service: `other`.

const at = 1_790_000_000_000

/** `scope what state` of each row, with the symbol of a pair. */
function saying(venue: string, kind: ReadKind, payload: unknown, requested?: string): string[] {
  const { rows, dropped } = read(exchangeOf(venue)!, kind, payload, at, requested)
  expect(dropped).toBe(0)
  return rows.map((row) =>
    row.type === 'notice' ? [row.scope, row.symbol, row.what, row.state].filter(Boolean).join(' ') : row.type,
  )
}

const times = { begin: String(at - 60_000), end: String(at + 60_000), href: '', state: 'ongoing' }

const okx = (scope: object) =>
  saying('okx', 'rest.status', { code: '0', data: [{ title: 'Spot trading upgrade', ...times, ...scope }] })

test('OKX: the trading service is the venue', () => {
  expect(okx({ serviceType: '5', env: '1' })).toEqual(['venue maintenance active'])
  expect(okx({ serviceType: '5' })).toEqual(['venue maintenance active'])
})

test.each(['0', '6', '7', '8', '9', '10', '11', '99', '', undefined])(
  'OKX: service %s leaves spot open',
  (serviceType) => {
    expect(okx({ serviceType, env: '1' })).toEqual(['venue other active'])
  },
)

test('OKX: the demo environment is none of ours, and an unknown one closes nothing', () => {
  expect(okx({ serviceType: '5', env: '2' })).toEqual([])
  expect(okx({ serviceType: '5', env: 2 })).toEqual([])
  expect(okx({ serviceType: '5', env: '3' })).toEqual(['venue other active'])
})

const bybit = (scope: object) => {
  const entry = { title: 'Upgrade', product: [2], uidSuffix: [], env: 1, ...times, ...scope }
  const fromStream = saying('bybit', 'ws.status', { topic: 'system.status', ts: at, data: [entry] })
  expect(saying('bybit', 'rest.status', { retCode: 0, result: { list: [entry] } })).toEqual(fromStream)
  return fromStream
}

test.each([[[1]], [[2, 3]], [[1, 2, 3, 4, 5]], [['1']]])('Bybit: no trading with %j', (serviceTypes) => {
  expect(bybit({ serviceTypes })).toEqual(['venue maintenance active'])
})

test.each([
  { serviceTypes: [4] },
  { serviceTypes: [5] },
  { serviceTypes: [4, 5] },
  { serviceTypes: [2] },
  { serviceTypes: [] },
  {},
  { serviceTypes: [1], uidSuffix: [3, 7] },
  { serviceTypes: [1], product: undefined },
  { serviceTypes: [1], env: 3 },
])('Bybit: %j leaves spot open', (scope) => {
  expect(bybit(scope)).toEqual(['venue other active'])
})

test('Bybit: every last digit is everybody; other products and the demo are none of ours', () => {
  expect(bybit({ serviceTypes: [1], uidSuffix: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] })).toEqual([
    'venue maintenance active',
  ])
  expect(bybit({ serviceTypes: [1], product: [1, 3] })).toEqual([])
  expect(bybit({ serviceTypes: [1], env: '2' })).toEqual([])
})

const cryptocom = (more: object) =>
  saying('cryptocom', 'rest.announcements', {
    code: 0,
    result: {
      data: [
        {
          category: 'system',
          product_type: 'Spot,Margin',
          announced_at: at - 3_600_000,
          title: 'Scheduled system maintenance',
          start_time: at - 60_000,
          end_time: at + 60_000,
          ...more,
        },
      ],
    },
  })
const spotImpact = (spot_trading_impacted: string) => ({ impacted_params: { spot_trading_impacted } })

test('Crypto.com: business as usual on spot closes nothing, whatever the title says', () => {
  expect(cryptocom(spotImpact('PARTIAL'))).toEqual(['venue maintenance active'])
  expect(cryptocom(spotImpact('BAU'))).toEqual(['venue other active'])
  expect(cryptocom({ ...spotImpact('BAU'), title: 'All trading is suspended' })).toEqual([
    'venue other active',
  ])
  expect(cryptocom({ ...spotImpact('PARTIAL'), product_type: 'Derivative' })).toEqual([])
})

test.each([spotImpact('bau'), spotImpact('UNKNOWN'), { impacted_params: {} }, { impacted_params: null }, {}])(
  'Crypto.com: a maintenance with %j leaves spot open',
  (more) => {
    expect(cryptocom(more)).toEqual(['venue other active'])
  },
)

const htx = (data: object) =>
  saying('htx', 'rest.status', { code: 200, data: { haltStartTime: at, haltEndTime: at + 1, ...data } })

test('HTX: a halt of listed pairs is theirs alone', () => {
  expect(htx({ marketStatus: 2, affectedSymbols: 'all' })).toEqual(['venue halt active'])
  expect(htx({ marketStatus: 2, affectedSymbols: 'sysbtc,ethusdt' })).toEqual([
    'pair sysbtc halt active',
    'pair ethusdt halt active',
  ])
  expect(htx({ marketStatus: 3, affectedSymbols: 'sysbtc' })).toEqual(['pair sysbtc cancel-only active'])
  expect(htx({ marketStatus: 2, affectedSymbols: ['sysbtc', 'ethusdt'] })).toEqual([
    'pair sysbtc halt active',
    'pair ethusdt halt active',
  ])
  expect(htx({ marketStatus: 2 })).toEqual(['venue other active'])
  expect(htx({ marketStatus: 1 })).toEqual(['venue halt over'])
})

test('KuCoin: the status of futures is none of ours', () => {
  const kucoin = (tradeType: string) =>
    saying('kucoin', 'rest.status', { code: '200000', data: { tradeType, serverStatus: 'close', msg: '' } })
  expect(kucoin('SPOT')).toEqual(['venue halt active'])
  expect(kucoin('FUTURES')).toEqual([])
})

test('bitFlyer: the health of one order book is not that of the exchange', () => {
  const stopped = { health: 'STOP', state: 'RUNNING' }
  expect(saying('bitflyer', 'rest.status', stopped, 'XRP_JPY')).toEqual(['pair XRP_JPY maintenance active'])
  expect(saying('bitflyer', 'rest.status', { status: 'STOP' })).toEqual(['venue maintenance active'])
})
