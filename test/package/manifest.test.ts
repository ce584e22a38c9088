import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { forex } from '../../src/exchanges/forex.ts'
import type { Exchange } from '../../src/exchanges/exchange.ts'
import { exchanges, venues } from '../../src/exchanges/registry.ts'
import { chartSites } from '../../src/exchanges/sites/charts/chart-sites.ts'
import { tiers } from '../../src/market/tier.ts'
import { defaultSettings } from '../../src/shared/settings/settings.ts'
import { shippedFiles, shippedManifest, targets } from './shipped.ts'

/** Permissions by the API that needs them; all other APIs in use are free to every extension. */
const guarded = [
  'alarms',
  'notifications',
  'storage',
  'tabs',
  'scripting',
  'cookies',
  'activeTab',
  'downloads',
  'webRequest',
  'sidePanel',
]

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n')

/**
 * `tabs` is a permission for reading URLs; `tabs.create` needs none, and for the current tab `activeTab`
 * suffices.
 */
const calls: Readonly<Record<string, RegExp>> = {
  tabs: /$^/,
  activeTab: /\bbrowser\.tabs\.query\(\{ active: true/,
  sidePanel: /\bsidePanel\.open\(/,
}
const used = guarded.filter((api) => (calls[api] ?? new RegExp(`\\bbrowser\\.${api}\\b`)).test(source)).sort()

/**
 * What Chrome names to the trader in a question: an update that adds one of these disables the extension until it is
 * answered. `sidePanel` is none of them (chrome/common/extensions/permissions/permission_set_unittest.cc lists it among
 * the permissions without a message).
 */
const warned = [
  'notifications',
  'tabs',
  'cookies',
  'downloads',
  'webRequest',
  'history',
  'bookmarks',
  'management',
]
const warnedOf010 = ['notifications']

/** The origins of every stream of an exchange, also of those that a ticket may name. */
function streamOriginsOf({ stream, trades, perpetual }: Exchange): string[] {
  const streams = [stream, trades.stream, trades.withoutTicket?.stream, ...(perpetual?.streams ?? [])].filter(
    (each) => each !== null && each !== undefined,
  )
  return streams.flatMap(({ url, handshake }) => [
    new URL(url).origin,
    ...(handshake?.ticket?.hosts ?? []).map((host) => `wss://${host}`),
  ])
}

describe.each(targets)('manifest for %s', (target) => {
  const manifest = shippedManifest(target)
  const paths = shippedFiles(target).map((file) => file.path)

  test('requests the permissions that the code uses, and no other', () => {
    // Firefox has a sidebar without a permission.
    const wanted = used.filter((name) => target === 'chrome' || name !== 'sidePanel')
    expect([...manifest.permissions].sort()).toEqual(wanted)
  })

  test('requests nothing that would disable an installed 0.1.0 until the trader has answered', () => {
    expect(manifest.permissions.filter((name) => warned.includes(name))).toEqual(warnedOf010)
  })

  test('shows the list beside the page in both browsers, and opens it by itself in neither', () => {
    const { side_panel: panel, sidebar_action: sidebar } = manifest
    const page = 'src/popup/panel.html'
    if (target === 'chrome') expect([panel, sidebar]).toEqual([{ default_path: page }, undefined])
    else {
      expect(panel).toBeUndefined()
      expect(sidebar).toMatchObject({ default_panel: page, open_at_install: false })
    }
    expect(paths).toContain(page)
  })

  const originsOf = (list: typeof exchanges) =>
    [...new Set(list.flatMap(({ hosts, pages }) => [...hosts, ...pages]))].sort()
  const isOnAtFirst = ({ id }: { id: string }) => defaultSettings.venues.includes(id)

  test('requests at install the hosts that are on at install, and no other', () => {
    expect([...manifest.host_permissions].sort()).toEqual(originsOf(exchanges.filter(isOnAtFirst)))
  })

  test("lists the other venues' hosts and pages, the forex host, and chart sites, as optional", () => {
    const atFirst = originsOf(exchanges.filter(isOnAtFirst))
    const others = originsOf(venues).filter((origin) => !atFirst.includes(origin))
    const charts = chartSites.flatMap(({ pages }) => pages)
    expect([...manifest.optional_host_permissions].sort()).toEqual(
      [...others, ...forex.hosts, ...charts].sort(),
    )
  })

  const policy = new Map(
    manifest.content_security_policy.extension_pages
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  )

  test("lets its pages and its worker connect to every exchange's hosts and streams, and to no other", () => {
    const hosts = [...venues.flatMap((venue) => venue.hosts), ...forex.hosts]
    const origins = hosts.map((host) => host.replace(/\/\*$/, ''))
    const allowed = [...new Set([...origins, ...venues.flatMap(streamOriginsOf)])]
    expect(policy.get('connect-src')?.toSorted()).toEqual(allowed.sort())
  })

  test('runs, styles and shows nothing but its own files, and is framed by nobody', () => {
    const { 'connect-src': _, ...others } = Object.fromEntries(policy)
    expect(others).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
    })
  })

  test('runs at install on the trading pages of enabled venues, and nowhere else', () => {
    const matches = manifest.content_scripts.flatMap((script) => script.matches)
    const pages = exchanges.filter(isOnAtFirst).flatMap((exchange) => exchange.pages)
    expect([...matches].sort()).toEqual([...new Set(pages)].sort())
  })

  test('exposes no file to web pages', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources')
    expect(manifest).not.toHaveProperty('externally_connectable')
  })

  test('names only existing files', () => {
    const { icons, action, content_scripts: scripts } = manifest
    const named = [
      ...Object.values(icons),
      ...Object.values(action.default_icon),
      action.default_popup,
      manifest.options_ui.page,
      'src/welcome/index.html',
      ...tiers.map((tier) => `icons/tier-${tier}-128.png`),
      ...scripts.flatMap((script) => script.js),
    ]
    expect(paths).toEqual(expect.arrayContaining(named))
  })

  test('has keys for popup, card and mute, described in every language', () => {
    const { _execute_action: popup, ...others } = manifest.commands
    expect(popup).toHaveProperty('suggested_key.default')
    expect(Object.keys(others)).toEqual(['toggle-card', 'mute-pair'])
    for (const { description } of Object.values(others)) expect(description).toMatch(/^__MSG_\w+__$/)
  })

  test('carries the version of package.json', () => {
    expect(manifest.version).toBe(packageJson.version)
  })
})
