import { viewPortName } from '../../src/shared/messages/messages.ts'
import type { Pair } from '../../src/market/pair.ts'
import type { SimulatedBrowser } from '../simulated-browser/browser.ts'
import { simulatedEvent } from '../simulated-browser/event.ts'

/** A trading page that is opened and left, over and over: so are its port and the trades that it makes us follow. */
export interface PageOnScreen {
  /** Opens the page, or leaves it. */
  turn(): void
  /** Live messages that the page has received. */
  readonly received: number
}

export function pageOnScreen({ api }: SimulatedBrowser, pair: Pair): PageOnScreen {
  let received = 0
  let leave: (() => void) | null = null
  function open(): void {
    const onMessage = simulatedEvent<[unknown]>()
    const onDisconnect = simulatedEvent<[]>()
    const sender = { tab: { id: 1 }, url: 'https://www.binance.com/' }
    const postMessage = () => void received++
    api.runtime.onConnect.fire({ name: viewPortName, sender, onMessage, onDisconnect, postMessage })
    onMessage.fire({ kind: 'view', pair })
    leave = () => onDisconnect.fire()
  }
  return {
    turn() {
      const end = leave
      leave = null
      if (end) end()
      else open()
    },
    get received() {
      return received
    },
  }
}
