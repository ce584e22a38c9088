import { expect, test } from 'vitest'
import { emptyOfficialState } from '../../../src/exchanges/official/official-state.ts'
import { officialSources } from '../../../src/exchanges/official/poll-source.ts'
import { takeReply } from '../../../src/exchanges/official/take-reply.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'
import { samples } from '../samples/registry.ts'

const now = 1_700_000_000_000
const announcing = exchanges.flatMap((exchange) => {
  const source = officialSources(exchange).find(({ kind }) => kind === 'rest.announcements')
  const sample = samples[exchange.id]!.payloads.find(({ kind }) => kind === 'rest.announcements')
  return source && sample ? [[exchange.id, exchange, source, sample.payload] as const] : []
})

/** The payload with so many entries in its list of announcements, made by `make` of the first one. */
function withEntries(payload: unknown, count: number, make: (entry: object, i: number) => object): unknown {
  let isDone = false
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (!Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([k, each]) => [k, walk(each)]))
    const first: unknown = value[0]
    const isList =
      typeof first === 'object' && first !== null && Object.keys(first).some((key) => /title/i.test(key))
    if (!isList || isDone) return value.map(walk)
    isDone = true
    return Array.from({ length: count }, (_, i) => make(first, i))
  }
  return walk(payload)
}

/** An entry of its own, published the later the larger `i` is; `onTitle` hears when its title is read. */
function entryOf(first: object, i: number, onTitle: () => void): object {
  const times = /time|date|published|announced/i
  const entry = Object.entries(first).map(([key, value]): [string, unknown] => {
    if (/url|code|link/i.test(key)) return [key, `${String(value)}${i}`]
    if (/title/i.test(key)) return [key, `FOO${i} (FOO${i}) suspends deposits`]
    // The end of what is announced stays away: each is of a moment.
    if (times.test(key) || key === 'cTime') return [key, timeLike(value, now - 1e8 + i * 1000)]
    return [key, value]
  })
  const title = entry.find(([key]) => /title/i.test(key))!
  return Object.defineProperty(Object.fromEntries(entry), title[0], {
    enumerable: true,
    get: () => (onTitle(), title[1]),
  })
}

/** A time as the venue writes it: a number, digits, or a Korean date. */
function timeLike(value: unknown, ms: number): unknown {
  if (typeof value === 'number') return ms
  if (/^\d+$/.test(String(value))) return String(ms)
  return new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

test.each(announcing)(
  'of five thousand announcements of %s the newest are read',
  (id, exchange, source, payload) => {
    let titlesRead = 0
    const many = withEntries(payload, 5000, (first, i) => entryOf(first, i, () => titlesRead++))
    const { state, dropped } = takeReply(exchange, emptyOfficialState(id), source, many, now)
    expect(dropped).toBeGreaterThanOrEqual(4800)
    expect(titlesRead).toBeLessThanOrEqual(5000 + 2 * 200)
    const { statements } = state.official
    expect(statements.length).toBeGreaterThan(30)
    expect(statements[0]!.title).toBe('FOO4999 (FOO4999) suspends deposits')
  },
)
