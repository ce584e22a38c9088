import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extensionFolder } from '../../tools/browsers/extension-folder.ts'

/** One file of a built extension. */
export interface ShippedFile {
  /** Path inside the package, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly text: string
}

/** The parts of a built manifest that the tests read. */
export interface ShippedManifest {
  readonly version: string
  readonly permissions: readonly string[]
  readonly content_security_policy: { readonly extension_pages: string }
  readonly host_permissions: readonly string[]
  readonly optional_host_permissions: readonly string[]
  readonly side_panel?: { readonly default_path: string }
  readonly sidebar_action?: { readonly default_panel: string; readonly open_at_install: boolean }
  readonly options_ui: { readonly page: string }
  readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: readonly string[] }[]
  readonly commands: Readonly<Record<string, { readonly description?: string }>>
  readonly icons: Readonly<Record<string, string>>
  readonly action: { readonly default_popup: string; readonly default_icon: Readonly<Record<string, string>> }
}

export const targets = ['chrome', 'firefox'] as const

/** Every file of a built extension, by path. */
export function shippedFiles(target: (typeof targets)[number]): ShippedFile[] {
  const folder = extensionFolder(target)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => {
      const content = readFileSync(join(folder, path))
      return { path: path.replaceAll('\\', '/'), bytes: content.length, text: content.toString('utf8') }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The manifest of a built extension. */
export function shippedManifest(target: (typeof targets)[number]): ShippedManifest {
  return JSON.parse(readFileSync(`${extensionFolder(target)}/manifest.json`, 'utf8')) as ShippedManifest
}
