import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionFolder } from './extension-folder.ts'

interface Hosts {
  readonly host_permissions: readonly string[]
  readonly optional_host_permissions?: readonly string[]
}

/**
 * A copy of the built extension, in a temporary folder, whose optional hosts are granted at install. A browser
 * without a user never answers the permission prompt; with the hosts granted, the request resolves at once, and
 * all else takes its ordinary way.
 */
export function grantedFolder(browser: 'chrome' | 'firefox'): string {
  const folder = mkdtempSync(join(tmpdir(), `keiho-${browser}-`))
  cpSync(extensionFolder(browser), folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const { optional_host_permissions: optional = [], ...manifest } = JSON.parse(
    readFileSync(file, 'utf8'),
  ) as Hosts
  const granted = { ...manifest, host_permissions: [...manifest.host_permissions, ...optional] }
  writeFileSync(file, JSON.stringify(granted))
  return folder
}
