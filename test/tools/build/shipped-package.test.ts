import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { packageFolderOf } from '../../../tools/build/module-origin.ts'
import { shippedPackage } from '../../../tools/build/shipped-package.ts'

describe('the origin of a bundled module', () => {
  test.each([
    ['src/background/main.ts', null],
    ['node_modules/idb/build/index.js', 'node_modules/idb'],
    ['node_modules/@scope/name/index.js', 'node_modules/@scope/name'],
    ['node_modules/a/node_modules/@s/b/index.js', 'node_modules/a/node_modules/@s/b'],
    ['\0rolldown/runtime.js', 'node_modules/rolldown'],
  ])('%j', (module, folder) => expect(packageFolderOf(module)).toBe(folder))

  test.each([
    '../elsewhere/x.js',
    '/tmp/x.js',
    'tools/x.ts',
    'node_modules/x.js',
    '\0other/x.js',
    'https://x.test/x.js',
    '',
  ])('%j ends the build', (module) =>
    expect(() => packageFolderOf(module)).toThrow('neither ours nor a package'),
  )
})

const folder = 'node_modules/one'
const sound = {
  json: {
    name: 'one',
    version: '1.2.3',
    license: 'MIT',
    repository: { url: 'git+ssh://git@github.com/a/one.git' },
  },
  locked: { version: '1.2.3', integrity: 'sha512-x' },
  files: { LICENSE: 'Copyright of one\r\n', 'NOTICE.txt': 'Credit to one\n' },
}

/** A repository with one package. */
function repositoryWith({
  json,
  locked,
  files,
}: {
  json: object
  locked: object | undefined
  files: object
}): string {
  const root = mkdtempSync(join(tmpdir(), 'keiho-package-'))
  mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { [folder]: locked } }))
  writeFileSync(join(root, folder, 'package.json'), JSON.stringify(json))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, folder, name), String(text))
  return root
}

describe('a shipped package', () => {
  test('has version, licence, source, checksum and texts', () => {
    expect(shippedPackage(repositoryWith(sound), folder)).toEqual({
      name: 'one',
      version: '1.2.3',
      licence: 'MIT',
      source: 'https://github.com/a/one',
      integrity: 'sha512-x',
      texts: ['Copyright of one', 'Credit to one'],
    })
  })

  const { json, locked } = sound
  test.each([
    ['its licence is GPL-3.0', { ...sound, json: { ...json, license: 'GPL-3.0' } }],
    ['its licence is MPL-2.0', { ...sound, json: { ...json, license: 'MPL-2.0' } }],
    ['its licence is unknown', { ...sound, json: { ...json, license: undefined } }],
    ['it has no licence text', { ...sound, files: { 'README.md': 'MIT' } }],
    ['it names no source', { ...sound, json: { ...json, repository: undefined } }],
    ['package-lock.json names 1.2.2', { ...sound, locked: { ...locked, version: '1.2.2' } }],
    ['package-lock.json has no checksum', { ...sound, locked: undefined }],
    ['it is no dependency', { ...sound, locked: { ...locked, dev: true } }],
  ])('ends the build where %s', (why, one) => {
    expect(() => shippedPackage(repositoryWith(one), folder)).toThrow(why)
  })
})
