import * as v from 'valibot'
import type { Runtime } from 'webextension-polyfill'
import { type Pair, pairKey } from '../../market/pair.ts'
import { type Live, type View, viewPortName } from '../../shared/messages/messages.ts'

const viewSchema = v.object({
  kind: v.literal('view'),
  pair: v.nullable(v.object({ venue: v.string(), base: v.string(), quote: v.string() })),
})

/** Ports to the open trading pages, and the pair each page shows. */
export interface LivePorts {
  connect(port: Runtime.Port): void
  /** Number of open pages. */
  readonly size: number
  /** Ids of the tabs whose pages are open. */
  tabs(): ReadonlySet<number>
  /** Pairs on screen. */
  pairs(): readonly Pair[]
  /** Id of a tab that shows this pair; undefined without one. */
  tabOf(pair: Pair): number | undefined
  /** Sends each page the moving figures of its pair. */
  send(liveOf: (pair: Pair) => Live | null): void
}

export function createLivePorts(): LivePorts {
  const pairByPort = new Map<Runtime.Port, Pair | null>()
  return {
    connect(port) {
      if (port.name !== viewPortName) return
      pairByPort.set(port, null)
      port.onDisconnect.addListener(() => pairByPort.delete(port))
      port.onMessage.addListener((message: unknown) => {
        if (v.is(viewSchema, message)) pairByPort.set(port, (message satisfies View).pair)
      })
    },
    get size() {
      return pairByPort.size
    },
    tabs: () => new Set([...pairByPort.keys()].flatMap(({ sender }) => sender?.tab?.id ?? [])),
    pairs: () => [...pairByPort.values()].filter((pair) => pair !== null),
    tabOf(pair) {
      const key = pairKey(pair)
      for (const [{ sender }, shown] of pairByPort)
        if (shown && pairKey(shown) === key && sender?.tab?.id !== undefined) return sender.tab.id
      return undefined
    },
    send(liveOf) {
      for (const [port, pair] of pairByPort) {
        const live = pair && liveOf(pair)
        if (live) port.postMessage(live)
      }
    },
  }
}
