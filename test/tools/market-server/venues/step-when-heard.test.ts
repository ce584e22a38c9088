import { expect, test, vi } from 'vitest'
import type {
  Connection,
  ConnectionHandler,
  VenueServer,
} from '../../../../tools/market-server/venues/simulated-venue.ts'
import { stepWhenHeard } from '../../../../tools/market-server/venues/step-when-heard.ts'

test('a venue steps only while somebody is connected, and each who leaves is told to it', () => {
  const step = vi.fn()
  const closed = vi.fn()
  const handler: ConnectionHandler = { message: () => undefined, pong: () => undefined, closed }
  const connect = vi.fn<VenueServer['connect']>(() => handler)
  const venue = stepWhenHeard({ connect, step } as Partial<VenueServer> as VenueServer)
  const connection = {} as Connection

  venue.step([])
  expect(step).not.toHaveBeenCalled()

  const first = venue.connect(connection)!
  const second = venue.connect(connection)!
  first.closed()
  venue.step([])
  expect(step).toHaveBeenCalledTimes(1)

  second.closed()
  venue.step([])
  expect(step).toHaveBeenCalledTimes(1)
  expect(closed).toHaveBeenCalledTimes(2)

  connect.mockReturnValueOnce(null)
  expect(venue.connect(connection)).toBeNull()
  venue.step([])
  expect(step).toHaveBeenCalledTimes(1)
})
