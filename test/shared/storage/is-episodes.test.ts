import { describe, expect, test } from 'vitest'
import { isEpisodes } from '../../../src/shared/storage/is-episodes.ts'
import { dump, episode, incident, marketFall } from '../../../tools/examples/made-up.ts'

describe('stored episodes', () => {
  test('are sound as the background writes them', () => {
    expect(isEpisodes([])).toBe(true)
    const whole = incident({ turnoverUsd: 40_000, kin: ['okx'] })
    expect(isEpisodes([episode(), dump(), marketFall(), whole])).toBe(true)
  })

  test.each([null, undefined, 'x', {}, [null], ['x'], [[]]])('are not %j', (value) => {
    expect(isEpisodes(value)).toBe(false)
  })

  const fields = Object.keys(incident({ turnoverUsd: 1, kin: [] })) as (keyof ReturnType<typeof episode>)[]
  test.each(fields)('are not sound with a damaged %s', (field) => {
    for (const damage of [{}, NaN, ['x', 1]])
      expect(isEpisodes([episode(), { ...incident(), [field]: damage }])).toBe(false)
  })

  test.each(fields.filter((field) => !['turnoverUsd', 'kin'].includes(field)))(
    'are not sound without %s',
    (field) => {
      const { [field]: _, ...rest } = incident()
      expect(isEpisodes([rest])).toBe(false)
    },
  )

  test('are not sound with a word nobody knows, or damage deep inside', () => {
    const [first, ...others] = incident().evidence
    expect(isEpisodes([{ ...episode(), tier: 'loud' }])).toBe(false)
    expect(isEpisodes([{ ...episode(), also: ['hype'] }])).toBe(false)
    expect(isEpisodes([episode({ evidence: [{ ...first!, value: Infinity }, ...others] })])).toBe(false)
    expect(isEpisodes([episode({ line: { ...episode().line, values: [1, NaN] } })])).toBe(false)
  })
})
