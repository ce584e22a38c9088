import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { register, registered } from '../../../src/shared/storage/register.ts'

test('PRIVACY.md names everything stored, and nothing else', () => {
  const text = readFileSync(new URL('../../../PRIVACY.md', import.meta.url), 'utf8')
  const rows = text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 8 && cells[1]!.startsWith('`'))
    .map((cells) => cells.slice(1, -1))
  expect(rows).toEqual(
    register.map(({ key, area, what, kept, exportedAs, staysOnDeletion }) => [
      `\`${key}\``,
      area,
      what,
      kept,
      exportedAs ?? '–',
      staysOnDeletion ? 'no' : 'yes',
    ]),
  )
})

test('a key is known in its own area alone, one of many by its beginning', () => {
  expect(registered('local', 'site:www.binance.com')?.key).toBe('site:*')
  expect(registered('database', 'record')).toBeDefined()
  for (const key of ['record', 'sites', 'site', '']) expect(registered('local', key)).toBeUndefined()
})
