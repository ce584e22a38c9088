import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { exchangeOf } from '../../../src/exchanges/registry.ts'
import { soundLine } from '../../../tools/drill/network/line.ts'
import { openNetwork } from '../../../tools/drill/network/simulated-network.ts'
import { openStory } from '../../../tools/market-server/scenarios.ts'
import { pumpEverywhere } from '../../../tools/market-server/stories/pump-everywhere.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }))
afterEach(() => void vi.useRealTimers())

test.each(['answered', 'reset'])(
  'a request that is %s leaves nothing on its signal, which Node would keep',
  async (end) => {
    const { market } = openStory({ ...pumpEverywhere, minOrdersPerMinute: 60 }, { seed: 1 })
    const network = openNetwork(market, ['binance'])
    if (end === 'reset') network.setLine('binance', { ...soundLine, answer: () => 'reset' })
    const signal = AbortSignal.any([new AbortController().signal])
    const reply = network.fetch(exchangeOf('binance')!.tickers.url, { signal })
    expect(getEventListeners(signal, 'abort')).toHaveLength(1)
    const settled = reply.catch(() => null)
    vi.runAllTimers()
    await settled
    expect(getEventListeners(signal, 'abort')).toEqual([])
  },
)
