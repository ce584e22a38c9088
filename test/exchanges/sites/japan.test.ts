import { expect, test } from 'vitest'
import { registeredInJapan, standingInJapan } from '../../../src/exchanges/sites/japan.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'

test('every standing is dated, cites the FSA and is of a supported exchange', () => {
  const known = exchanges.flatMap(({ id }) => standingInJapan(id) ?? [])
  expect(known).toHaveLength(8)
  for (const { kind, number, on, source, checked } of known) {
    expect(new URL(source).host).toBe('www.fsa.go.jp')
    expect(new Date(checked).toISOString()).toContain(checked)
    if (kind === 'registered') expect(number).toMatch(/^\d{5}$/)
    else expect(new Date(on ?? '').getTime()).toBeLessThan(Date.parse(checked))
  }
})

test('the four Japanese exchanges are registered, and unlisted ones are unknown', () => {
  expect([...registeredInJapan].toSorted()).toEqual(['bitbank', 'bitflyer', 'coincheck', 'gmocoin'])
  for (const id of ['binance', 'okx', 'gate', 'nowhere', 'constructor'])
    expect(standingInJapan(id)).toBeNull()
})
