import * as v from 'valibot'
import type { Runtime } from 'webextension-polyfill'
import { type Live, viewPortName, type View } from '../../shared/messages/messages.ts'
import type { Pair } from '../../market/pair.ts'

const shape = v.object({
  kind: v.literal('view'),
  pair: v.nullable(v.object({ venue: v.string(), base: v.string(), quote: v.string() })),
})

/** The pages that are open, and the pair each shows. */
export interface Views {
  connect(port: Runtime.Port): void
  /** Number of open pages. */
  readonly size: number
  /** Ids of the tabs whose pages are open. */
  tabs(): ReadonlySet<number>
  /** Pairs on screen. */
  pairs(): readonly Pair[]
  /** Sends each page what moves of its pair. */
  push(liveOf: (pair: Pair) => Live | null): void
}

export function createViews(): Views {
  const views = new Map<Runtime.Port, Pair | null>()
  return {
    connect(port) {
      if (port.name !== viewPortName) return
      views.set(port, null)
      port.onDisconnect.addListener(() => views.delete(port))
      port.onMessage.addListener((message: unknown) => {
        if (v.is(shape, message)) views.set(port, (message satisfies View).pair)
      })
    },
    get size() {
      return views.size
    },
    tabs: () => new Set([...views.keys()].flatMap(({ sender }) => sender?.tab?.id ?? [])),
    pairs: () => [...views.values()].filter((pair) => pair !== null),
    push(liveOf) {
      for (const [port, pair] of views) {
        const live = pair && liveOf(pair)
        if (live) port.postMessage(live)
      }
    },
  }
}
