import { describe, expect, test } from 'vitest'
import { episodeNotification } from '../../../../src/background/output/notifications/notification-content.ts'
import { episodeTitle } from '../../../../src/background/output/notifications/episode-title.ts'
import type { Episode } from '../../../../src/market/episode.ts'
import { exampleEpisode } from '../../simulated/example-episode.ts'

const title = (changes: Partial<Episode>) => episodeTitle(exampleEpisode({ peakAt: 0, ...changes }), 'en')
const rise = (phase: Episode['phase'], lastPrice: number) => title({ phase, lastPrice, peakPrice: 150 })
const fall = (phase: Episode['phase'], lastPrice: number) =>
  title({ kind: 'dump', phase, lastPrice, peakPrice: 60 })

describe('the title says which way an episode goes', () => {
  test('a rise by what it rose, then by what it lost', () => {
    expect(rise('surging', 150)).toBe('SYS/BTC surging, +50%')
    expect(rise('fading', 150)).toBe('SYS/BTC fading, at its peak')
    expect(rise('fading', 135)).toBe('SYS/BTC fading, −10% off peak')
    expect(rise('falling', 120)).toBe('SYS/BTC falling, −20% off peak')
  })

  test('a fall by what it lost, then by what came again', () => {
    expect(fall('surging', 60)).toBe('SYS/BTC deepening, −40%')
    expect(fall('fading', 66)).toBe('SYS/BTC easing, +10% off low')
    expect(fall('falling', 90)).toBe('SYS/BTC rebounding, +50% off low')
  })

  test('without a phase that the price has left already', () => {
    expect(rise('surging', 125)).toBe('SYS/BTC, −16.7% off peak')
    expect(rise('building', 130)).toBe('SYS/BTC, −13.3% off peak')
    expect(rise('falling', 145)).toBe('SYS/BTC, −3.3% off peak')
    expect(fall('surging', 80)).toBe('SYS/BTC, +33.3% off low')
  })

  test('without a turn in words while its peak is a matter of seconds', () => {
    const { updatedAt } = exampleEpisode()
    const turned = { phase: 'falling', lastPrice: 120, peakPrice: 150 } as const
    expect(title({ ...turned, peakAt: updatedAt - 20_000 })).toBe('SYS/BTC, −20% off peak')
    expect(title({ ...turned, peakAt: updatedAt - 30_000 })).toBe('SYS/BTC falling, −20% off peak')
  })

  test('a lone print by how far off it was', () => {
    const print = (price: number) =>
      title({
        kind: 'stray-print',
        peakPrice: 100,
        lastPrice: 100,
        strayPrint: { price, reference: 100, at: 0, times: 1 },
      })
    expect(print(4_821_200)).toBe('SYS/BTC stray print, 48,212×')
    expect(print(300)).toBe('SYS/BTC stray print, +200%')
    expect(print(13)).toBe('SYS/BTC stray print, −87%')
  })

  test('in Japanese as there', () => {
    const falling = exampleEpisode({ phase: 'falling', peakAt: 0, lastPrice: 108 })
    expect(episodeTitle(falling, 'ja')).toBe('SYS/BTC 反落 高値比 −10%')
  })
})

test('the message of a fall does not call it a pump, but what came before it', () => {
  const falling = exampleEpisode({ phase: 'falling', lastPrice: 108, also: ['stray-print'] })
  expect(episodeNotification(falling, 'en')).toMatchObject({
    message: 'After: Pump, Stray print (+20%) · Binance\nUnusual market activity (cause not confirmed)',
    tier: 'warning',
  })
  expect(episodeNotification(exampleEpisode(), 'en').message).toMatch(/^Pump · Binance/)
})
