import type { Heartbeat } from '../feeds/stream-call.ts'
import type { JsonObject } from './json.ts'

/** HTX pings market streams, and wants the same number back. */
export const htxHeartbeat: Heartbeat = {
  serverEveryMs: 5000,
  answer(message) {
    const ping = (message as JsonObject | null)?.ping
    return ping === undefined ? null : { pong: ping }
  },
}
