import browser from 'webextension-polyfill'
import { viewPortName, type Live, type View } from './messages.ts'
import type { Pair } from '../../market/pair.ts'

const firstWaitMs = 1_000
const maxWaitMs = 30_000

/** A page's end of the view port. */
export interface LiveLink {
  /** Tells the background which pair is on screen. Repeated by itself after a reconnect. */
  show(pair: Pair | null): void
}

/**
 * Opens the port that lives as long as the page and keeps it open: a worker that dies closes
 * it, and connecting again wakes the worker.
 *
 * @param onLive called with each live message
 * @param onGone called once when the extension itself was reloaded or removed: no way back
 */
export function openLiveLink(
  onLive: (live: Live) => void,
  onGone: () => void,
  signal: AbortSignal,
): LiveLink {
  let port: browser.Runtime.Port | null = null
  let pair: Pair | null = null
  let wait = firstWaitMs
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => port?.postMessage({ kind: 'view', pair } satisfies View)
  const lost = () => {
    port = null
    if (signal.aborted) return
    // A script orphaned by an update keeps running, but its runtime has no id any more.
    if (!isAlive()) return onGone()
    timer = setTimeout(connect, wait)
    wait = Math.min(wait * 2, maxWaitMs)
  }
  function connect(): void {
    try {
      port = browser.runtime.connect({ name: viewPortName })
      port.onMessage.addListener((message: unknown) => {
        wait = firstWaitMs
        if (isLive(message)) onLive(message)
      })
      port.onDisconnect.addListener(lost)
      tell()
    } catch {
      lost()
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
      tell()
    },
  }
}

/** Our own background is the only sender: the kind is enough. */
function isLive(message: unknown): message is Live {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'live'
}

function isAlive(): boolean {
  try {
    return browser.runtime.id !== undefined
  } catch {
    return false
  }
}
