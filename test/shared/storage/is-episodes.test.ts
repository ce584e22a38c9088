import { describe, expect, test } from 'vitest'
import { isEpisodes } from '../../../src/shared/storage/is-episodes.ts'
import { dump, episode, incident, marketFall } from '../../../tools/examples/made-up.ts'

describe('isEpisodes', () => {
  test('accepts episodes as written by the background', () => {
    expect(isEpisodes([])).toBe(true)
    const whole = incident({ turnoverUsd: 40_000, kin: ['okx'] })
    expect(isEpisodes([episode(), dump(), marketFall(), whole])).toBe(true)
  })

  test.each([null, undefined, 'x', {}, [null], ['x'], [[]]])('rejects %j', (value) => {
    expect(isEpisodes(value)).toBe(false)
  })

  const fields = Object.keys(incident({ turnoverUsd: 1, kin: [] })) as (keyof ReturnType<typeof episode>)[]
  test.each(fields)('rejects an invalid %s', (field) => {
    for (const invalid of [{}, NaN, ['x', 1]])
      expect(isEpisodes([episode(), { ...incident(), [field]: invalid }])).toBe(false)
  })

  test.each(fields.filter((field) => !['turnoverUsd', 'kin'].includes(field)))(
    'rejects a missing %s',
    (field) => {
      const { [field]: _, ...rest } = incident()
      expect(isEpisodes([rest])).toBe(false)
    },
  )

  test('rejects unknown words and invalid nested values', () => {
    const [first, ...others] = incident().evidence
    expect(isEpisodes([{ ...episode(), tier: 'loud' }])).toBe(false)
    expect(isEpisodes([{ ...episode(), also: ['hype'] }])).toBe(false)
    expect(isEpisodes([episode({ evidence: [{ ...first!, value: Infinity }, ...others] })])).toBe(false)
    expect(isEpisodes([episode({ line: { ...episode().line, values: [1, NaN] } })])).toBe(false)
  })
})
