import { beforeEach, describe, expect, test } from 'vitest'
import { createDeafPairs, type DeafPairs } from '../../../../src/background/venues/trades/deaf-pairs.ts'

/** What was done, with the second. */
let repairs: string[] = []
let now = 0
let deaf = new Set<string>()
let canRenew = true
let deafPairs: DeafPairs

beforeEach(() => {
  repairs = []
  now = 1_700_000_000_000
  deaf = new Set()
  canRenew = true
  const start = now
  const note = (text: string) => void repairs.push(`${(now - start) / 1000} ${text}`)
  deafPairs = createDeafPairs((symbol) => deaf.has(symbol), {
    renew(symbols) {
      if (canRenew) note(symbols.join())
      return canRenew
    },
    reconnect: () => note('reconnect'),
  })
})

function pass(seconds: number, heard: readonly string[] = []): void {
  for (let i = 0; i < seconds; i++) {
    now += 1000
    for (const symbol of heard) deafPairs.markHeard(symbol, now)
    deafPairs.tick(['a', 'b', 'c'], now)
  }
}

describe('a deaf pair', () => {
  test('gets a few seconds, for trades may be late', () => {
    deaf.add('a')
    pass(3)
    deaf.clear()
    pass(600)
    expect(repairs).toEqual([])
  })

  test('is subscribed to again; a line on which nothing is heard is then connected again, ever more rarely', () => {
    deaf.add('a')
    pass(3600)
    expect(repairs.slice(0, 5)).toEqual([
      '4 a',
      '14 reconnect',
      '34 reconnect',
      '74 reconnect',
      '154 reconnect',
    ])
    expect(repairs.length).toBeLessThan(13)
  })

  test('on a line where others are heard leaves the connection to them', () => {
    deaf.add('a')
    pass(80, ['b'])
    expect(repairs).toEqual(['4 a', '14 a', '34 a', '74 a'])
  })

  test('that shares its lot with others is repaired with them', () => {
    deaf = new Set(['a', 'c'])
    pass(20)
    expect(repairs).toEqual(['4 a,c', '14 reconnect'])
  })

  test('is connected again at once where it cannot be subscribed to again', () => {
    canRenew = false
    deaf.add('a')
    pass(5)
    expect(repairs).toEqual(['4 reconnect'])
  })

  test('misses trades once it was repaired, and only before its first trade', () => {
    deaf.add('a')
    pass(2)
    expect(deafPairs.markHeard('a', now)).toBe(false)
    pass(5)
    expect([deafPairs.markHeard('a', now), deafPairs.markHeard('a', now)]).toEqual([true, false])
  })

  test('that is deaf again at once after each repair keeps its waits; after a minute of trades they begin anew', () => {
    deaf.add('a')
    pass(14)
    deafPairs.markHeard('a', now)
    deaf.clear()
    pass(5)
    deaf.add('a')
    pass(60)
    expect(repairs).toEqual(['4 a', '14 reconnect', '34 reconnect', '74 reconnect'])
    deaf.clear()
    pass(62, ['a'])
    deaf.add('a')
    pass(5)
    expect(repairs.at(-1)).toBe('145 a')
  })

  test('is forgotten when it is left', () => {
    deaf.add('a')
    pass(14)
    deafPairs.forget('a')
    pass(5)
    expect(repairs.at(-1)).toBe('18 a')
  })

  test('is repaired after the clock was set back', () => {
    deaf.add('a')
    pass(34)
    repairs = []
    now -= 3_600_000
    pass(2)
    expect(repairs).toHaveLength(1)
  })
})
