import { editFrame } from '../network/frame-json.ts'
import { editReply } from './calls.ts'
import { timesMoved } from './edit-json.ts'
import type { Fault } from './fault.ts'

const hourMs = 3_600_000
const none = () => []

export const wrongClock: Fault = {
  name: 'wrong-clock',
  about: "the venue's clock is an hour fast, in every message and header",
  cuts: none,
  open({ clock }) {
    const move = (json: string) => timesMoved(json, clock.now, hourMs)
    return {
      line: {
        answer(call, venue) {
          const reply = editReply(venue.answer(call), move)
          const date = new Date(clock.now + hourMs).toUTCString()
          return { ...reply, headers: { ...reply.headers, date } }
        },
        toClient: (frame, _, send) => send(editFrame(frame, move)),
      },
    }
  },
}

export const clockSetBack: Fault = {
  name: 'clock-set-back',
  about: "the trader's own clock is set back by an hour, and later set right",
  cuts: none,
  open: ({ clock }) => ({
    begin: () => clock.setError(-hourMs),
    end: () => clock.setError(0),
  }),
}
