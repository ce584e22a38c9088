import { expect, test } from 'vitest'
import type { Guest } from '../../../../tools/market-server/venues/room.ts'
import { openRoom } from '../../../../tools/market-server/venues/room.ts'

function enter() {
  const heard: string[] = []
  const guests: Guest[] = []
  const room = openRoom(
    () => 7,
    (guest) => {
      guests.push(guest)
      return (text) => heard.push(text)
    },
  )
  const [said, closed]: [unknown[], number[]] = [[], []]
  const talk = room.connect({
    host: 'venue',
    path: '/',
    query: new URLSearchParams(),
    send: (frame) => said.push(frame),
    ping: () => undefined,
    close: (code) => closed.push(code),
  })
  const [guest] = guests
  if (!guest) throw new Error('nobody was let in')
  return { room, talk, guest, heard, said, closed }
}

test('a message is made once for all who listen to its topic, and not at all for nobody', () => {
  const { room, guest, said } = enter()
  let made = 0
  const message = () => ({ number: ++made })
  room.say('ticker', message)
  expect([made, said]).toEqual([0, []])
  guest.topics.add('ticker')
  room.say('ticker', message)
  expect([made, said]).toEqual([1, ['{"number":1}']])
})

test('who was shown out is closed once and heard no more, and so is who has left', () => {
  const { room, talk, guest, heard, closed } = enter()
  talk.message('before')
  room.dismiss(guest, 1008, 'enough')
  room.dismiss(guest, 1000, 'again')
  room.close(1001, 'going away')
  talk.message('after')
  expect([heard, closed]).toEqual([['before'], [1008]])
  const { room: other, talk: leaver, closed: untouched } = enter()
  leaver.closed()
  other.close(1001, 'going away')
  expect(untouched).toEqual([])
})
