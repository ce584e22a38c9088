import browser from 'webextension-polyfill'
import { forex } from '../../exchanges/forex.ts'
import type { ForexRate } from '../../market/cross-rate.ts'
import { createBudget } from '../requests/rate-limit.ts'
import type { Call } from '../requests/poll.ts'
import { createCalls } from '../requests/request-queue.ts'

/** Asks what dollars cost in yen, where the browser allows it: it is asked for with the venues that quote in yen. */
export interface ForexPoll {
  /** To be called once a second; `now` is wall clock, ms. */
  beat(now: number): void
}

export function createForexPoll(onRates: (rates: readonly ForexRate[]) => void): ForexPoll {
  let allowed = false
  const look = () =>
    void browser.permissions.contains({ origins: [...forex.hosts] }).then((may) => (allowed = may))
  browser.permissions.onAdded.addListener(look)
  browser.permissions.onRemoved.addListener(look)
  look()
  const calls = createCalls({
    // Public GETs have no published limit; one a minute is a courtesy.
    budget: createBudget({ weight: 1, perMs: forex.everyMs, useInFull: true }),
    signal: new AbortController().signal,
    place: { from: Date.now(), share: 0 },
    refused: null,
    refusalIn: () => null,
    onHeld: () => undefined,
  })
  const call: Call = {
    round: () => [{ kind: 'rest.ticker', url: forex.url, weight: 1 }],
    everyMs: forex.everyMs,
    onAnswers(answers) {
      const rates = answers.flatMap(({ payload }) => forex.read(payload).rates)
      if (rates.length === 0) return 'no rates'
      onRates(rates)
      return null
    },
  }
  return {
    beat(now) {
      if (allowed) calls.beat(call, now)
    },
  }
}
