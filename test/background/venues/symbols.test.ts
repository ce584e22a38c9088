import { expect, test } from 'vitest'
import { symbolsOf } from '../../../src/background/venues/symbols.ts'
import { createEngine } from '../../../src/detect/engine-state.ts'
import { listPairs } from '../../../src/detect/pair/list-pairs.ts'
import { kucoin } from '../../../src/exchanges/kucoin.ts'
import { read, rowsOf } from '../../../src/exchanges/validate/read.ts'

const entry = (symbol: string, name: string, baseCurrency: string) => ({
  symbol,
  name,
  baseCurrency,
  quoteCurrency: 'USDT',
  enableTrading: true,
})

test.each(['OLD', 'NEW'])(
  'a renamed coin is found by its symbol and by its name, whichever its currency is called (%s)',
  (currency) => {
    const data = [entry('OLD-USDT', 'NEW-USDT', currency), entry('ABC-USDT', 'ABC-USDT', 'ABC')]
    const listings = rowsOf(read(kucoin, 'rest.symbols', { code: '200000', data }, 0), 'symbol')
    const engine = createEngine('kucoin')
    listPairs(engine.data, listings)
    const symbolsAt = (href: string) =>
      symbolsOf({ exchange: kucoin, engine }, [{ venue: 'kucoin', ...kucoin.pairOf(href)! }])
    for (const name of ['OLD', 'NEW'])
      expect(symbolsAt(`https://www.kucoin.com/trade/${name}-USDT`)).toEqual(['OLD-USDT'])
    expect(symbolsAt('https://www.kucoin.com/trade/NONE-USDT')).toEqual([])
    expect(listings[0]).toMatchObject({ base: 'NEW', quote: 'USDT' })
  },
)
