import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { exchanges } from '../../src/exchanges/registry.ts'
import { shippedFiles, shippedManifest, targets } from './shipped.ts'

/** Permissions by the API that needs them; everything else we call is free to every extension. */
const guarded = [
  'alarms',
  'notifications',
  'storage',
  'tabs',
  'scripting',
  'cookies',
  'downloads',
  'webRequest',
]

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

/** `tabs` is a permission for reading addresses; `tabs.create` needs none. */
const used = guarded.filter((api) => api !== 'tabs' && new RegExp(`\\bbrowser\\.${api}\\b`).test(source))

describe.each(targets)('manifest for %s', (target) => {
  const manifest = shippedManifest(target)
  const paths = shippedFiles(target).map((file) => file.path)

  test('asks for the permissions that the code uses, and no other', () => {
    expect([...manifest.permissions].sort()).toEqual(used)
  })

  test('names the hosts of the registry, and no other', () => {
    const hosts = exchanges.flatMap((exchange) => exchange.hosts)
    expect([...manifest.host_permissions].sort()).toEqual([...new Set(hosts)].sort())
  })

  test('runs on the trading pages of the registry, and nowhere else', () => {
    const matches = manifest.content_scripts.flatMap((script) => script.matches)
    const pages = exchanges.flatMap((exchange) => exchange.pages)
    expect([...matches].sort()).toEqual([...new Set(pages)].sort())
  })

  test('lets no page fetch a file of ours', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
  })

  test('names only files that are there', () => {
    const { icons, action, content_scripts: scripts } = manifest
    const named = [
      ...Object.values(icons),
      ...Object.values(action.default_icon),
      action.default_popup,
      ...scripts.flatMap((script) => script.js),
    ]
    expect(paths).toEqual(expect.arrayContaining(named))
  })

  test('carries the version of package.json', () => {
    expect(manifest.version).toBe(packageJson.version)
  })
})
