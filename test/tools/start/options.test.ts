import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../../tools/nearest.ts'
import { openGuide } from '../../../tools/start/guide.ts'
import { help, readStartOptions } from '../../../tools/start/options.ts'

const read = (...argv: string[]) => readStartOptions(argv, {})

test.each([
  [['--scenario', 'crahs'], 'did you mean crash?'],
  [['--scenari', 'crash'], 'did you mean --scenario?'],
  [['maintenence'], 'did you mean --scenario maintenance?'],
  [['xyzzy'], '--help names the options'],
  [['--recorded', 'no-such-file.csv.gz'], 'No such file: no-such-file.csv.gz'],
  [['--live', '--scenario', 'crash'], 'Only one of'],
])('a wrong word has a hint: %j', (argv, hint) => {
  expect(() => read(...argv)).toThrow(hint)
})

test('an option that npm kept for itself is named', () => {
  expect(() => readStartOptions([], { npm_config_once: 'true' })).toThrow('npm start -- --once')
  expect(() => readStartOptions(['crash'], { npm_config_scenario: 'true' })).toThrow(
    'npm start -- --scenario',
  )
})

test('--help names every option that is read', () => {
  for (const option of ['scenario', 'list', 'recorded', 'live', 'lang', 'once', 'out', 'help'])
    expect(help).toContain(`--${option}`)
  expect(read('--help').help).toBe(true)
})

test('the nearest choice is the word itself, or one letter away from it', () => {
  const words = ['sys-incident', 'announced-pump', 'calm', 'crash', 'maintenance', 'pump-everywhere'] as const
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(20), fc.constantFrom('x', ''), (word, at, letter) => {
      expect(nearest(word, words)).toBe(word)
      const i = at % word.length
      expect(nearest(word.slice(0, i) + letter + word.slice(i + 1), words)).toBe(word)
    }),
  )
})

test('the guide says each moment once, each higher tier, and how much of the story is over', () => {
  const lines: string[] = []
  const moments = [
    { at: 10, look: 'first' },
    { at: 20, look: 'second' },
  ]
  const guide = openGuide({ starts: 0, ends: 100, moments }, (line) => lines.push(line))
  expect(guide.update(9, [])).toBe(false)
  expect(guide.update(25, [])).toBe(true)
  expect(guide.update(26, [])).toBe(false)
  guide.update(60, [])
  expect(lines).toEqual([
    ' 25 %  09:00:00 JST  first',
    ' 25 %  09:00:00 JST  second',
    ' 60 %  09:00:00 JST  …',
  ])
})
