import type { Runtime } from 'webextension-polyfill'
import { browser } from '../web-extension.ts'
import { viewPortName, type Live, type ToggleCard, type View } from './messages.ts'
import type { Pair } from '../../market/pair.ts'

const firstWaitMs = 1_000
const maxWaitMs = 30_000

/** The page's end of the view port. */
export interface LiveLink {
  /** Tells the background which pair is on screen; repeated automatically after a reconnect. */
  show(pair: Pair | null): void
}

/**
 * Opens the view port and keeps it open while the page lives. A stopping worker closes the port; connecting again
 * wakes the worker.
 *
 * @param onLive called with each live message
 * @param onToggleCard called when the trader pressed the keys that show or hide the card
 * @param onInvalidated called once if the extension was reloaded or removed: reconnecting is impossible
 */
export function openLiveLink(
  onLive: (live: Live) => void,
  onInvalidated: () => void,
  signal: AbortSignal,
  onToggleCard: () => void = () => undefined,
): LiveLink {
  let port: Runtime.Port | null = null
  let pair: Pair | null = null
  let waitMs = firstWaitMs
  let timer: ReturnType<typeof setTimeout> | undefined

  const sendPair = () => port?.postMessage({ kind: 'view', pair } satisfies View)
  const onDisconnect = () => {
    port = null
    if (signal.aborted) return
    // A content script orphaned by an update keeps running, but its runtime has no id.
    if (!isRuntimeValid()) return onInvalidated()
    timer = setTimeout(connect, waitMs)
    waitMs = Math.min(waitMs * 2, maxWaitMs)
  }
  function connect(): void {
    try {
      port = browser.runtime.connect({ name: viewPortName })
      port.onMessage.addListener((message: unknown) => {
        waitMs = firstWaitMs
        if (isKind<Live>(message, 'live')) onLive(message)
        if (isKind<ToggleCard>(message, 'toggle-card')) onToggleCard()
      })
      port.onDisconnect.addListener(onDisconnect)
      sendPair()
    } catch {
      onDisconnect()
    }
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer)
    port?.disconnect()
  })
  connect()
  return {
    show(next) {
      pair = next
      sendPair()
    },
  }
}

/** Only our background sends on this port, so checking the kind is enough. */
function isKind<T extends Live | ToggleCard>(message: unknown, kind: T['kind']): message is T {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === kind
}

/** Whether the extension that this script came with still runs. */
export function isRuntimeValid(): boolean {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}
