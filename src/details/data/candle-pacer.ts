import type { CandlesAnswer } from '../../shared/messages/queries.ts'
import { chartSpan } from '../chart/model.ts'
import type { SubjectView } from './details-view.ts'

interface AskedSpan {
  readonly from: number
  readonly until: number
}

/** Decides when candles are asked for. Times are wall clock, ms. */
export interface CandlePacer {
  /**
   * Whether to ask for these now. A span that has been answered is not asked for again; one that still runs becomes
   * another one each minute. After a failure the pauses grow, whatever the span.
   */
  isDue(span: AskedSpan, now: number): boolean
  asked(span: AskedSpan): void
  /** @param answer undefined where none came */
  answered(answer: CandlesAnswer | undefined, now: number): void
}

const minuteMs = 60_000
const shortestPauseMs = 5_000
const longestPauseMs = 600_000

/** The span that the chart shows, in whole minutes: all pages of a pair ask for the same. */
export function spanToAsk(view: SubjectView): AskedSpan {
  const { from, to } = chartSpan(view)
  return {
    from: Math.floor(from / minuteMs) * minuteMs,
    until: (Math.floor(to / minuteMs) + 1) * minuteMs,
  }
}

export function createCandlePacer(): CandlePacer {
  let isPending = false
  let failures = 0
  let pausedUntil = 0
  let last: AskedSpan | null = null
  return {
    isDue({ from, until }, now) {
      if (isPending || now < pausedUntil) return false
      return failures > 0 || last?.from !== from || last.until !== until
    },
    asked(span) {
      isPending = true
      last = span
    },
    answered(answer, now) {
      isPending = false
      failures = isFinal(answer) ? 0 : failures + 1
      pausedUntil = failures === 0 ? 0 : now + pauseMs(failures)
    },
  }
}

const pauseMs = (failures: number) => Math.min(longestPauseMs, shortestPauseMs * 2 ** (failures - 1))

/** Whether asking again could bring nothing else. A pair or a venue may yet be listed, or watched again. */
function isFinal(answer: CandlesAnswer | undefined): boolean {
  if (answer === undefined) return false
  return answer.kind === 'known' || answer.why === 'not-published' || answer.why === 'too-old'
}
