import { exchangeIdOf } from '../../market/venue-id.ts'
import * as v from 'valibot'
import type { Runtime } from 'webextension-polyfill'
import { type Pair, pairKey } from '../../market/pair.ts'
import { type Live, type ToggleCard, type View, viewPortName } from '../../shared/messages/messages.ts'
import { type Sender, senderOf } from './sender.ts'
import { createTabLimits } from './tab-limits.ts'

const coin = v.pipe(v.string(), v.maxLength(64))
const viewSchema = v.object({
  kind: v.literal('view'),
  pair: v.nullable(v.object({ venue: coin, base: coin, quote: coin })),
})
/** Most ports of one tab: its page has one, and for a moment that of the page before. */
const maxPortsPerTab = 4

/** Whether a page may show that pair: the banner of a trading page its own exchange's alone, that of a chart site none. */
const mayShow = (sender: Sender, { venue }: Pair) =>
  sender.kind === 'own-page' || (sender.kind === 'trading-page' && sender.venue === exchangeIdOf(venue))

/** Ports to the open pages that are watched, and the pair each page shows. */
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
  /** The pair that a tab shows; null without one. */
  pairOf(tab: number): Pair | null
  /** Has the banner of a tab show its card, or hide it. */
  toggleCard(tab: number): void
  /** Sends each page the moving figures of its pair. `page` stands for the page while it is open. */
  send(liveOf: (pair: Pair, page: object) => Live | null): void
  /** Has a page sent the figures of a pair as soon as it says that it shows it: it need not wait for a second's end. */
  answerWith(liveOf: (pair: Pair, page: object) => Live | null): void
}

export function createLivePorts(): LivePorts {
  const pairByPort = new Map<Runtime.Port, Pair | null>()
  const limits = createTabLimits()
  let answer: Parameters<LivePorts['answerWith']>[0] = () => null

  /** Ends a port: the page connects again after a growing wait, and tells what it shows then. */
  function close(port: Runtime.Port): void {
    pairByPort.delete(port)
    port.disconnect()
  }
  /** Whether the page may send now; else its port is closed. */
  function admit(port: Runtime.Port, sender: Sender): boolean {
    const isAdmitted = sender.kind === 'own-page' || limits.admits(sender.tab, 1, Date.now())
    if (!isAdmitted) close(port)
    return isAdmitted
  }
  const portsOf = (tab: number | undefined) =>
    [...pairByPort.keys()].filter(({ sender }) => sender?.tab?.id === tab)
  function closeOldest(tab: number | undefined): void {
    for (const port of portsOf(tab).slice(0, -maxPortsPerTab)) close(port)
  }
  return {
    connect(port) {
      if (port.name !== viewPortName) return
      const sender = senderOf(port.sender ?? {})
      if (!sender) return port.disconnect()
      if (!admit(port, sender)) return
      pairByPort.set(port, null)
      if (sender.kind !== 'own-page') closeOldest(sender.tab)
      port.onDisconnect.addListener(() => pairByPort.delete(port))
      port.onMessage.addListener((message: unknown) => {
        if (!pairByPort.has(port) || !admit(port, sender) || !v.is(viewSchema, message)) return
        const { pair } = message satisfies View
        if (pair && !mayShow(sender, pair)) return
        pairByPort.set(port, pair)
        const live = pair && answer(pair, port)
        if (live) port.postMessage(live)
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
    pairOf: (tab) =>
      portsOf(tab)
        .map((port) => pairByPort.get(port) ?? null)
        .find((pair) => pair !== null) ?? null,
    toggleCard(tab) {
      for (const port of portsOf(tab)) port.postMessage({ kind: 'toggle-card' } satisfies ToggleCard)
    },
    send(liveOf) {
      for (const [port, pair] of pairByPort) {
        const live = pair && liveOf(pair, port)
        if (live) port.postMessage(live)
      }
    },
    answerWith(liveOf) {
      answer = liveOf
    },
  }
}
