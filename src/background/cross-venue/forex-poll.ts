import { forex } from '../../exchanges/forex.ts'
import type { ForexRate } from '../../market/cross-rate.ts'
import { browser } from '../../shared/web-extension.ts'
import type { Poll } from '../requests/poll.ts'
import { createRateLimit } from '../requests/rate-limit.ts'
import { browserAnswer } from '../storage/browser-answer.ts'
import { createRequestQueue } from '../requests/request-queue.ts'

/** Polls USD/JPY, where the browser allows it: the permission is requested with the venues that quote in yen. */
export interface ForexPoll {
  /** To be called once a second; `now` is wall clock, ms. */
  tick(now: number): void
}

export function createForexPoll(onRates: (rates: readonly ForexRate[]) => void): ForexPoll {
  let isAllowed = false
  const checkPermission = () =>
    void browserAnswer('permissions', browser.permissions.contains({ origins: [...forex.hosts] }))
      .catch(() => false)
      .then((granted) => (isAllowed = granted))
  browser.permissions.onAdded.addListener(checkPermission)
  browser.permissions.onRemoved.addListener(checkPermission)
  checkPermission()
  const requests = createRequestQueue({
    // Public GETs have no published limit; one a minute is courtesy.
    rateLimit: createRateLimit({ weight: 1, perMs: forex.everyMs, useInFull: true }),
    signal: new AbortController().signal,
    slot: { startedAt: Date.now(), fraction: 0 },
    storedRefusal: null,
    errorIn: () => null,
    onRefusalChanged: () => undefined,
  })
  const poll: Poll = {
    calls: () => [{ kind: 'rest.ticker', url: forex.url, weight: 1 }],
    everyMs: forex.everyMs,
    onAnswers(answers) {
      const rates = answers.flatMap(({ payload }) => forex.read(payload).rates)
      if (rates.length === 0) return 'no rates'
      onRates(rates)
      return null
    },
  }
  return {
    tick(now) {
      if (isAllowed) requests.tick(poll, now)
    },
  }
}
