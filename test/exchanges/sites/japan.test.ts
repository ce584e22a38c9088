import { expect, test } from 'vitest'
import { registeredInJapan, standingInJapan } from '../../../src/exchanges/sites/japan.ts'
import { exchanges } from '../../../src/exchanges/registry.ts'

test('every standing is dated, cites the FSA or a report of the closing, and is of a supported exchange', () => {
  const known = exchanges.flatMap(({ id }) => standingInJapan(id) ?? [])
  expect(known).toHaveLength(8)
  for (const { kind, number, on, source, checked } of known) {
    if (kind === 'closed') expect(new URL(source).protocol).toBe('https:')
    else expect(new URL(source).host).toBe('www.fsa.go.jp')
    expect(new Date(checked).toISOString()).toContain(checked)
    if (kind === 'registered') expect(number).toMatch(/^\d{5}$/)
    else expect(new Date(on ?? '').getTime()).toBeLessThan(Date.parse(checked))
  }
})

test('Bybit has closed to residents, who have another in its place', () => {
  expect(standingInJapan('bybit')).toMatchObject({
    kind: 'closed',
    on: '2026-03-23',
    closedOn: '2026-07-22',
    successor: 'Money Partners',
  })
})

test('the four Japanese exchanges are registered, and unlisted ones are unknown', () => {
  expect([...registeredInJapan].toSorted()).toEqual(['bitbank', 'bitflyer', 'coincheck', 'gmocoin'])
  for (const id of ['binance', 'okx', 'gate', 'nowhere', 'constructor'])
    expect(standingInJapan(id)).toBeNull()
})
