import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { zipOf } from '../../../tools/package/zip-of.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const files = [
  ['b/two.js', bytes('two')],
  ['a.js', bytes('one')],
] as const

test('a package holds every file as it was', () => {
  expect(unzipSync(zipOf(files))).toEqual({ 'a.js': bytes('one'), 'b/two.js': bytes('two') })
})

test('the same files give the same bytes, in any order, time zone and year', () => {
  const first = zipOf(files)
  const zone = process.env['TZ']
  process.env['TZ'] = 'Asia/Tokyo'
  try {
    expect(zipOf([...files].reverse())).toEqual(first)
  } finally {
    if (zone === undefined) delete process.env['TZ']
    else process.env['TZ'] = zone
  }
})
