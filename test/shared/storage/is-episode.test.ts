import { describe, expect, test } from 'vitest'
import { isEpisode } from '../../../src/shared/storage/is-episode.ts'
import { dump, episode, incident, marketFall } from '../../../tools/examples/made-up.ts'

describe('isEpisode', () => {
  test('accepts episodes as written by the background', () => {
    const whole = incident({ turnoverUsd: 40_000, kin: ['okx'] })
    for (const written of [episode(), dump(), marketFall(), whole]) expect(isEpisode(written)).toBe(true)
  })

  test.each([null, undefined, 'x', {}, [], 7])('rejects %j', (value) => {
    expect(isEpisode(value)).toBe(false)
  })

  const fields = Object.keys(incident({ turnoverUsd: 1, kin: [] })) as (keyof ReturnType<typeof episode>)[]
  test.each(fields)('rejects an invalid %s', (field) => {
    for (const invalid of [{}, NaN, ['x', 1]])
      expect(isEpisode({ ...incident(), [field]: invalid })).toBe(false)
  })

  test.each(fields.filter((field) => !['turnoverUsd', 'kin'].includes(field)))(
    'rejects a missing %s',
    (field) => {
      const { [field]: _, ...rest } = incident()
      expect(isEpisode(rest)).toBe(false)
    },
  )

  test('rejects what could not be continued: a line without points or steps, prices that are none', () => {
    const { line } = episode()
    for (const odd of [{ values: [] }, { stepMs: 0 }, { stepMs: -1 }])
      expect(isEpisode(episode({ line: { ...line, ...odd } }))).toBe(false)
    for (const price of ['startPrice', 'peakPrice', 'lastPrice'])
      expect(isEpisode(episode({ [price]: 0 }))).toBe(false)
  })

  test('rejects unknown words and invalid nested values', () => {
    const [first, ...others] = incident().evidence
    expect(isEpisode({ ...episode(), tier: 'loud' })).toBe(false)
    expect(isEpisode({ ...episode(), also: ['hype'] })).toBe(false)
    expect(isEpisode(episode({ evidence: [{ ...first!, value: Infinity }, ...others] }))).toBe(false)
    expect(isEpisode(episode({ line: { ...episode().line, values: [1, NaN] } }))).toBe(false)
  })
})
