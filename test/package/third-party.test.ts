import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { shippedFiles, targets } from './shipped.ts'

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly resolved?: string
  readonly dependencies?: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>
}
const lockedOf = (name: string) => packages[`node_modules/${name}`]

/** Every package that our code could bring in: the dependencies, and what they need. */
function reachable(names: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    Object.keys(lockedOf(name)?.dependencies ?? {}).forEach(visit)
  }
  names.forEach(visit)
  return found
}

/** Strings in a package's code: they survive every minifier. */
function literalsOf(name: string): ReadonlySet<string> {
  const folder = `node_modules/${name}`
  const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.m?js$/.test(path))
    .map((path) => readFileSync(join(folder, path), 'utf8'))
    .join('\n')
  return new Set(
    [...code.matchAll(/"([^"\\\n]{14,80})"|'([^'\\\n]{14,80})'/g)].map((match) => match[1] ?? match[2] ?? ''),
  )
}

const candidates = [...reachable(Object.keys(packageJson.dependencies))].sort()
const literals = new Map(candidates.map((name) => [name, literalsOf(name)]))
const ourCode = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')
/** Whether a string points to one package: neither another's code nor ours has it. */
const isOwn = (name: string, literal: string) =>
  candidates.every((other) => other === name || !literals.get(other)?.has(literal)) &&
  !ourCode.includes(literal)

describe.each(targets)('THIRD-PARTY.txt for %s', (target) => {
  const files = shippedFiles(target)
  const text = files.find(({ path }) => path === 'THIRD-PARTY.txt')?.text ?? ''
  const parts = text.split(/^-{80}\n/m).slice(1)
  const named = new Map(
    parts.map((part) => {
      const [, name = '', version, licence, integrity, body = ''] =
        /^(\S+) (\S+)\nLicence: (\S+)\nSource: https:\/\/\S+\nChecksum: (\S+)\n\n(.*)$/s.exec(part) ?? []
      return [name, { version, licence, integrity, body }]
    }),
  )

  test('names each package of which code is in a bundle, and no other', () => {
    const code = files
      .filter(({ path }) => path.endsWith('.js'))
      .map(({ text }) => text)
      .join('\n')
    const bundled = candidates.filter((name) =>
      [...(literals.get(name) ?? [])].some((literal) => isOwn(name, literal) && code.includes(literal)),
    )
    // Proves that one which is left out would be noticed, and that one whose code is left out is not named.
    expect(bundled).toContain('fancy-canvas')
    expect(candidates).toContain('event-target-polyfill')
    expect([...named.keys()].filter((name) => name !== 'rolldown').sort()).toEqual(bundled)
  })

  test('gives version, checksum and the full text of the licence', () => {
    for (const [name, { version, licence, integrity, body }] of named) {
      expect({ name, version, integrity }).toEqual({
        name,
        version: lockedOf(name)?.version,
        integrity: lockedOf(name)?.integrity,
      })
      expect(licence).toMatch(/^(MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD)$/)
      // The shortest of them, ISC, has 700 characters.
      expect(body.length, name).toBeGreaterThan(650)
      expect(body, name).toMatch(/copyright/i)
    }
  })
})

describe('package-lock.json', () => {
  test('is what package.json names exactly', () => {
    const { dependencies, devDependencies } = packageJson
    const wanted = Object.entries({ ...dependencies, ...devDependencies })
    expect(wanted.map(([name]) => [name, lockedOf(name)?.version])).toEqual(wanted)
  })

  test('is installed by the checks without running scripts of packages', () => {
    const installs = readFileSync('.github/workflows/ci.yml', 'utf8').match(/npm (ci|i|install)\b.*/g)
    expect(installs).toEqual(['npm ci --ignore-scripts'])
  })

  test('has a checksum of every package, and leaves its host to npm', () => {
    const installed = Object.entries(packages).filter(([folder]) => folder !== '')
    expect(installed.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([])
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })
})
