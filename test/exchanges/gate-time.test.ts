import { expect, test } from 'vitest'
import { gate } from '../../src/exchanges/gate.ts'

test('frames to Gate state their time in seconds: it refuses one that is a minute off', () => {
  const at = 1_700_000_000_999
  const { subscribe, unsubscribe, stream } = gate.trades
  const ping = stream.heartbeat!.ping!.frame as (at: number) => unknown
  for (const frame of [subscribe(['A_USDT'], 1, at), unsubscribe(['A_USDT'], 2, at), ping(at)])
    expect(frame).toMatchObject({ time: 1_700_000_000 })
})
