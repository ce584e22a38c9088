import { expect, test } from 'vitest'
import { createExchange } from '../../src/exchanges/create-exchange.ts'
import { createSite } from '../../src/exchanges/sites/create-site.ts'

const site = createSite({
  id: 'made',
  name: 'Made',
  hosts: ['https://api.made.example/*'],
  page: 'https://made.example/{locale}trade/{base}_{quote}',
  aliases: ['https://www.made.example/old/{base}_{quote}', 'https://made.example/t/{base}_{quote}'],
  except: /\/trade\/fx_/i,
})

test('a site has the hosts of its trading pages, which are its own hosts unless it names others', () => {
  expect(site.pages).toEqual(['https://made.example/*', 'https://www.made.example/*'])
  expect(site.ownHosts).toEqual(['made.example', 'www.made.example'])
  expect(site).not.toHaveProperty('quotes')
  expect(site.pairOf('https://made.example/trade/SYS_BTC')).toEqual({ base: 'SYS', quote: 'BTC' })
  expect(site.pairOf('https://made.example/trade/fx_BTC')).toBeNull()
})

test('an exchange has default values for what its adapter leaves out', () => {
  const call = { kind: 'rest.tickers', url: 'https://api.made.example/', weight: 1 } as const
  const ticks = () => []
  const made = createExchange(site, () => ({
    budget: { weight: 1, perMs: 1000 },
    symbols: call,
    tickers: { ...call, everyMs: 5000 },
    trades: {
      backfill: () => call,
      stream: { url: 'wss://made.example' },
      frame: (command, names, id, at) => [command, ...names, id, at],
    },
    kindOf: () => null,
    readers: { 'rest.tickers': ticks },
  }))
  expect(made).toMatchObject({ id: 'made', stream: null, official: [] })
  expect(made.readers).toEqual({ 'rest.tickers': ticks, 'rest.ticker': ticks })
  expect(made.trades.history('SYS', 7)).toBeNull()
  expect(made.trades.subscribe(['SYS'], 1, 5)).toEqual(['subscribe', 'SYS', 1, 5])
  expect(made.trades.unsubscribe(['SYS'], 2, 6)).toEqual(['unsubscribe', 'SYS', 2, 6])
})
