import { describe, expect, test } from 'vitest'
import { officialSummaryOf } from '../../../src/shared/official.ts'
import { tierReason } from '../../../src/ui/card/tier-reason.ts'
import { wordsIn } from '../../../tools/examples/words-in.ts'
import type { Episode } from '../../../src/market/episode.ts'
import { dump, episode, incident, marketFall, marketNow } from '../../../tools/examples/made-up.ts'
import { official } from '../../../tools/examples/made-up-official.ts'

const words = wordsIn('en')
const reason = (each: Episode) => tierReason(words, each, null)

describe('why a tier, and what would raise it', () => {
  test('by what confirms it', () => {
    expect(reason(episode({ kind: 'pump', also: [], confirmed: true }))).toBe(
      'Warning: confirmed by trades. Raised by a larger move that stands, or suspended deposits or withdrawals.',
    )
    expect(reason(dump({ confirmed: false }))).toMatch(
      /^Notice: seen in ticker data only\. Raised by trades that/,
    )
  })

  test('by the kinds that make a tier by themselves, of which the highest has nothing above it', () => {
    expect(reason(incident({ kind: 'stray-print', also: [] }))).toBe(
      'Danger, the highest tier: a trade far from every reference.',
    )
    expect(reason(incident({ kind: 'pump', also: ['stray-print', 'key-abuse'] }))).toMatch(/many coins sold/)
    expect(reason(episode({ kind: 'venue-gap', also: [] }))).toMatch(/how far prices are apart/)
    expect(reason(marketFall())).toMatch(/how many pairs move/)
  })

  test('by the limit that a contract is held at, which makes a Warning and no Danger', () => {
    const band = { sign: 'price-band', value: 1, unit: 'price', windowMs: 12_000, at: 0 } as const
    const held = { kind: 'perp-gap', also: [], evidence: [band] } as const
    expect(reason(episode({ ...held, tier: 'warning' }))).toMatch(
      /^Warning: its last price is held at the limit/,
    )
    expect(reason(episode({ ...held, tier: 'danger' }))).toMatch(/how far prices are apart/)
  })

  test('by suspended deposits, which make a Danger, and by a cause that the venue gives, which makes a Notice', () => {
    const suspended = { sign: 'suspended', value: 0, unit: 'time', windowMs: 0, at: 0 } as const
    const pump = { kind: 'pump', also: [], evidence: [suspended] } as const
    expect(reason(episode({ ...pump, tier: 'danger' }))).toMatch(/cannot be moved/)
    expect(reason(episode({ ...pump, tier: 'warning' }))).not.toMatch(/cannot be moved/)
    const listed = episode({ tier: 'notice', kind: 'pump', also: [] })
    const { symbol, base, quote } = listed
    const change = { symbol: symbol!, base: base!, quote: quote!, what: 'listed', at: marketNow } as const
    const summary = officialSummaryOf(official({ recentChanges: [change] }), listed, marketNow)
    expect(tierReason(words, listed, summary)).toMatch(/^Notice: the venue gives a reason/)
  })
})
