import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionFolder } from './extension-folder.ts'

interface Hosts {
  readonly host_permissions: readonly string[]
  readonly optional_host_permissions?: readonly string[]
}

/**
 * A copy of the built extension, in a folder of its own under the system's temporary one, whose optional
 * hosts are granted at install. A browser without a person at it never answers its own question for
 * permission; granted already, the question is answered at once, and all else goes its ordinary way.
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
