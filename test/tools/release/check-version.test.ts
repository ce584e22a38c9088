import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkVersion } from '../../../tools/release/check-version.ts'
import { notesOf } from '../../../tools/release/changelog.ts'
import { readReleaseOptions } from '../../../tools/release/options.ts'
import { personSteps } from '../../../tools/release/person-steps.ts'

const published = '## [0.1.0] - 2026-01-01\n### Added\n- all\n'
const open = `# Changelog\n\n## [Unreleased]\n\n### Fixed\n\n- a\n- b\n\n${published}`
const ready = `# Changelog\n\n## [Unreleased]\n\n## [0.2.0] - 2026-02-02\n\n### Fixed\n\n- a\n\n${published}`

describe('a version and its changelog', () => {
  test.each([
    ['0.2.0', ready, '2026-02-02', '0.2.0', []],
    ['0.2.0', open, '2026-02-02', 'Unreleased', ['"## [0.2.0] - 2026-02-02"']],
    ['0.1.0', open, '2026-02-02', '0.1.0', ['has entries beside 0.1.0']],
    ['0.0.9', open, '2026-02-02', 'Unreleased', ['0.1.0 is published: raise it', 'move the entries']],
    ['0.2.0', ready, '2026-02-01', '0.2.0', ['that day is to come']],
    ['0.10.0', ready, '2026-02-02', 'Unreleased', ['move the entries']],
  ])('%s', (version, changelog, day, notes, obstacles) => {
    const found = checkVersion(version, changelog, day)
    expect(found.notes).toBe(notes)
    expect(found.obstacles).toEqual(obstacles.map((part) => expect.stringContaining(part) as string))
  })

  test('gives the notes of one version alone', () => {
    expect(notesOf(open, 'Unreleased')).toBe('### Fixed\n\n- a\n- b\n')
    expect(notesOf(open, '0.1.0')).toBe('### Added\n\n- all\n')
    expect(notesOf(open, '3.0.0')).toBeNull()
  })
})

test('what is left for a person is what RELEASING.md says, with the version', () => {
  const steps = personSteps(readFileSync('RELEASING.md', 'utf8'), '1.2.3')
  for (const store of ['Chrome Web Store', 'Edge Add-ons', 'Firefox Add-ons']) expect(steps).toContain(store)
  expect(steps).toContain('keiho-1.2.3-source.zip')
  expect(() => personSteps('# Other', '1.2.3')).toThrow('no "## What only')
})

test('tests and pictures are skipped in a trial alone', () => {
  expect(() => readReleaseOptions(['--skip-pictures'])).toThrow('--dry alone')
  expect(readReleaseOptions(['--dry', '--skip-tests'])).toMatchObject({
    dry: true,
    skipTests: true,
    skipPictures: false,
  })
  expect(() => readReleaseOptions(['--skip-tests'])).toThrow('--dry alone')
  expect(() => readReleaseOptions(['--publish'])).toThrow("'--publish'")
})
