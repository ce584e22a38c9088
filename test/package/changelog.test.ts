import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { versionBefore } from '../../tools/package/earlier-version.ts'
import { version } from '../../tools/package/package-names.ts'
import { readChangelog } from '../../tools/release/changelog.ts'

const text = readFileSync('CHANGELOG.md', 'utf8')

/** Versions as numbers that compare like them. */
const rank = (of: string) => of.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)

describe('CHANGELOG.md', () => {
  const [unreleased, ...released] = readChangelog(text)

  test('begins with what is not released, then the versions, newest first', () => {
    expect(unreleased?.version).toBe('Unreleased')
    const ranks = released.map((each) => rank(each.version))
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a))
    expect(new Set(ranks).size).toBe(ranks.length)
    const dates = released.map(({ date }) => date)
    expect(dates).toEqual(dates.toSorted().toReversed())
  })

  test('has entries in each section of each version', () => {
    for (const { version, sections } of [unreleased!, ...released])
      for (const [name, entries] of sections) expect(entries.length, `${version} ${name}`).toBeGreaterThan(0)
  })

  test('knows the version whose stored data an update must keep, and package.json is beyond it', () => {
    const [newest] = released.filter((each) => each.version !== version)
    expect(newest?.version).toBe(versionBefore.version)
    expect(rank(version)).toBeGreaterThan(rank(versionBefore.version))
  })
})

describe('the form of a changelog', () => {
  test.each([
    ['## 1.0.0', 'line 1: not "## [VERSION]'],
    ['## [1.0]', 'line 1: not "## [VERSION]'],
    ['## [1.0.0]', 'the day of its release'],
    ['## [Unreleased] - 2026-01-01', 'the day of its release'],
    ['## [Unreleased]\n- something', 'line 2: an entry outside a section'],
    ['## [Unreleased]\n### New', '"New" is none of Added'],
    ['## [Unreleased]\n### Fixed\n- a\n### Fixed', 'line 4: Fixed twice'],
    ['### Fixed', 'a section before any version'],
  ])('rejects %j', (wrong, why) => {
    expect(() => readChangelog(wrong)).toThrow(why)
  })
})
