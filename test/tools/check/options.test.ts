import { expect, test } from 'vitest'
import { venues as exchanges } from '../../../src/exchanges/registry.ts'
import { UsageError } from '../../../tools/command-line.ts'
import { readCheckOptions } from '../../../tools/check/options.ts'

test('all venues are asked for a minute unless told otherwise', () => {
  expect(readCheckOptions([])).toMatchObject({
    seconds: 60,
    save: null,
    json: false,
    isSimulated: false,
    planted: null,
  })
  expect(readCheckOptions([]).exchanges).toEqual(exchanges)
  expect(readCheckOptions(['--venue', 'okx', '--venue', 'gate']).exchanges.map(({ id }) => id)).toEqual([
    'okx',
    'gate',
  ])
})

test.each([
  [['--seconds', '4'], /--seconds takes a whole number from 5 to 3600/],
  [['--seconds', 'x'], /--seconds takes/],
  [['--venue', 'mtgox'], /--venue takes binance, .*: not 'mtgox'/],
  [['--drift', 'moved-path'], /--drift needs --server/],
  [['--server', '--drift', 'weather'], /--drift takes renamed-field, .*: not 'weather'/],
  [['--server', '--at', 'list'], /--at needs --drift/],
  [['now'], /Unexpected argument 'now'/],
])('%j is refused with a line that says what is wrong', (argv, message) => {
  expect(() => readCheckOptions(argv)).toThrow(UsageError)
  expect(() => readCheckOptions(argv)).toThrow(message)
})
