import { kindOfFrame } from '../network/frame-json.ts'
import type { Frame } from '../network/line.ts'
import { asksForTickers } from './calls.ts'
import type { Fault } from './fault.ts'
import type { Reply } from '../../market-server/venues/simulated-venue.ts'

const lateMs = 4000
const oldMs = 30_000
const none = () => []

export const duplicate: Fault = {
  name: 'duplicate',
  about: 'every frame comes twice',
  cuts: none,
  open: () => ({
    line: {
      toClient(frame, _, send) {
        send(frame)
        send(frame)
      },
    },
  }),
}

export const lateTrades: Fault = {
  name: 'late-trades',
  about: 'every other frame of trades comes 4 s late, behind newer ones',
  cuts: none,
  open({ exchange }) {
    let count = 0
    return {
      line: {
        toClient(frame, _, send) {
          if (kindOfFrame(exchange, frame) === 'ws.trades' && ++count % 2 === 0)
            setTimeout(() => send(frame), lateMs)
          else send(frame)
        },
      },
    }
  },
}

export const outOfOrder: Fault = {
  name: 'out-of-order',
  about: 'of two frames with data the second comes first',
  cuts: none,
  open({ exchange }) {
    let held: (() => void) | null = null
    const release = () => {
      const send = held
      held = null
      send?.()
    }
    return {
      line: {
        toClient(frame, _, send) {
          if (kindOfFrame(exchange, frame) === null) return send(frame)
          if (held === null) return void (held = () => send(frame))
          send(frame)
          release()
        },
      },
      end: release,
    }
  },
}

/** As from a second server behind one address that lags behind the first. */
export const oldFrames: Fault = {
  name: 'old-frames',
  about: 'every other message with tickers is one of 30 s ago',
  cuts: none,
  open({ exchange }) {
    const frames: { readonly at: number; readonly frame: Frame }[] = []
    const replies = new Map<string, { readonly at: number; readonly reply: Reply }[]>()
    let asked = 0
    return {
      line: {
        answer(call, venue) {
          const reply = venue.answer(call)
          if (!asksForTickers(exchange, call)) return reply
          const key = `${call.host}${call.path}?${call.query}`
          const known = replies.get(key) ?? []
          replies.set(key, [...known, { at: Date.now(), reply }])
          const old = known.findLast(({ at }) => at < Date.now() - oldMs)
          return old && ++asked % 2 === 0 ? old.reply : reply
        },
        toClient(frame, _, send) {
          send(frame)
          if (kindOfFrame(exchange, frame) !== 'ws.ticker') return
          frames.push({ at: Date.now(), frame })
          const old = frames.findLast(({ at }) => at < Date.now() - oldMs)
          if (old) send(old.frame)
        },
      },
    }
  },
}
