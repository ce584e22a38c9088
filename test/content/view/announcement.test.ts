import { describe, expect, test } from 'vitest'
import { announcementOf } from '../../../src/content/view/announcement.ts'
import { wordsIn } from '../../../tools/examples/words-in.ts'
import { episode, incident, marketFall, marketNow } from '../../../tools/examples/made-up.ts'

const words = wordsIn('en')

describe('announcementOf', () => {
  const viewOf = (about: ReturnType<typeof episode>) =>
    ({ kind: 'episode', episode: about, marketNow, dataAge: 0, official: null, converted: null }) as const

  test('Danger of a pair is an alert, everything else a status', () => {
    expect(announcementOf(viewOf(incident()), words, 'Binance')?.urgency).toBe('alert')
    expect(announcementOf(viewOf(episode()), words, 'Binance')?.urgency).toBe('status')
    expect(announcementOf(viewOf(marketFall({ tier: 'danger' })), words, 'Binance')?.urgency).toBe('status')
    expect(announcementOf({ kind: 'none' }, words, 'Binance')).toBeNull()
  })

  test('the key changes with the tier, not with figures or phase', () => {
    const key = (about: ReturnType<typeof episode>) => announcementOf(viewOf(about), words, 'Binance')?.key
    expect(key(episode({ lastPrice: 9, phase: 'falling' }))).toBe(key(episode()))
    expect(key(episode({ tier: 'danger' }))).not.toBe(key(episode()))
  })

  test('the key of missing data does not change while the silence grows', () => {
    const stale = (silence: number) =>
      announcementOf(
        { kind: 'stale', episode: episode(), marketNow, silence, official: null },
        words,
        'Binance',
      )
    expect(stale(48_000)).toEqual({
      key: expect.any(String) as string,
      urgency: 'status',
      text: 'NAV/BTC, Binance. No data for 48 s: this market cannot be judged.',
    })
    expect(stale(49_000)?.key).toBe(stale(48_000)?.key)
  })
})
