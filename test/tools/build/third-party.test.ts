import { describe, expect, test } from 'vitest'
import { type BundledFile, packageFoldersOf } from '../../../tools/build/third-party.ts'

const chunk = (modules: Readonly<Record<string, number>>): BundledFile => ({
  type: 'chunk',
  modules: Object.fromEntries(
    Object.entries(modules).map(([id, renderedLength]) => [id, { renderedLength }]),
  ),
})
const asset = (source: string): BundledFile => ({ type: 'asset', source })
const map = (...sources: readonly string[]) => asset(JSON.stringify({ sources }))

describe('the packages of a bundle', () => {
  test('are those of its modules, the standalone scripts included', () => {
    const bundle = {
      'assets/main.js': chunk({
        '/root/src/main.ts': 9,
        '/root/node_modules/idb/build/index.js?query': 9,
        '/root/node_modules/dropped/index.js': 0,
        '\0rolldown/runtime.js': 9,
      }),
      'src/content/main.js': asset('code'),
      'src/content/main.js.map': map(
        '../../../src/content/main.tsx',
        '../../../node_modules/preact/dist/preact.mjs',
      ),
      'service-worker-loader.js': asset(`import './assets/main.js'`),
      'assets/page.css': asset(''),
    }
    expect(packageFoldersOf(bundle, '/root')).toEqual([
      'node_modules/idb',
      'node_modules/preact',
      'node_modules/rolldown',
    ])
  })

  test.each([
    ['a module from elsewhere', { 'main.js': chunk({ '/elsewhere/x.js': 1 }) }],
    ['a module of no file', { 'main.js': chunk({ '\0made-up': 1 }) }],
    ['one in a standalone script', { 'main.js': asset(''), 'main.js.map': map('https://x.test/x.js') }],
    ['a script whose modules nobody knows', { 'src/content/main.js': asset('code') }],
  ])('end the build with %s', (_, bundle) => {
    expect(() => packageFoldersOf(bundle, '/root')).toThrow(/neither ours nor|Nobody knows/)
  })
})
