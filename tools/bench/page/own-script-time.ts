import type { Page } from 'puppeteer-core'
import { url } from './trading-page.ts'

/** An entry of Chromium's trace; times in µs, `tdur` of the thread's own processor time. */
interface TraceEvent {
  readonly name: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  readonly dur?: number
  readonly tdur?: number
  readonly args: { readonly data?: { readonly url?: string } }
}

/** What enters a script from outside: its first run, and each call of one of its functions by the browser. */
const entries = ['EvaluateScript', 'FunctionCall']

/**
 * Processor time (ms) that the extension's scripts take on the page's main thread while something is done, with all
 * that the browser does for them meanwhile, such as a layout of the page. Processor time, since the thread is
 * interrupted by others. What the browser paints of the banner afterwards is not in it.
 * Reference: https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (trace event format)
 */
export async function ownScriptTime(page: Page, act: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({ categories: ['devtools.timeline'] })
  await act()
  const trace = await page.tracing.stop()
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: readonly TraceEvent[]
  }
  return ownTime(traceEvents) / 1000
}

/** Of nested entries only the outermost counts, in µs. */
export function ownTime(events: readonly TraceEvent[]): number {
  const calls = events.filter(({ name }) => entries.includes(name)).toSorted((a, b) => a.ts - b.ts)
  const ofPage = calls.find(({ args }) => args.data?.url === url)
  if (!ofPage) throw new Error('The trace shows no script of the page')
  let [sum, until] = [0, 0]
  for (const { pid, tid, ts, dur = 0, tdur = dur, args } of calls) {
    if (pid !== ofPage.pid || tid !== ofPage.tid || ts < until) continue
    if (!args.data?.url?.startsWith('chrome-extension:')) continue
    sum += tdur
    until = ts + dur
  }
  return sum
}
