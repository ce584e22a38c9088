import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { UsageError } from '../../../../tools/command-line.ts'
import { blocksOf, eachLine } from '../../../../tools/backtest/input/lines-of.ts'

function pieces(text: string, sizes: readonly number[]): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  const cut: Uint8Array[] = []
  for (let from = 0; from < bytes.length;) {
    const size = sizes[cut.length % sizes.length]!
    cut.push(bytes.subarray(from, from + size))
    from += size
  }
  return Readable.from(cut)
}

async function linesOf(text: string, sizes: readonly number[]): Promise<[string, number][]> {
  const lines: [string, number][] = []
  for await (const block of blocksOf(pieces(text, sizes), 'a.csv')) {
    eachLine(block, (from, to, line) => {
      lines.push([new TextDecoder().decode(block.bytes.subarray(from, to)), line])
    })
  }
  return lines
}

test('chunk boundaries change neither the lines nor their numbers', async () => {
  const line = fc.stringMatching(/^[a-z0-9,]{0,8}$/)
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
  await fc.assert(
    fc.asyncProperty(fc.array(line), sizes, fc.boolean(), async (lines, cuts, ended) => {
      const text = lines.join('\n') + (ended ? '\n' : '')
      const expected = text.split('\n').flatMap((each, at) => (each === '' ? [] : [[each, at + 1]]))
      expect(await linesOf(text, cuts)).toEqual(expected)
    }),
  )
})

test('a carriage return belongs to the line end', async () => {
  expect(await linesOf('a,b\r\n\r\nc\r\n', [4])).toEqual([
    ['a,b', 1],
    // The second line is empty once its line end is removed.
    ['c', 3],
  ])
})

test('a file without line ends is refused before it fills the memory', async () => {
  await expect(linesOf('x'.repeat((1 << 20) + 9), [1 << 16])).rejects.toThrow(UsageError)
})
