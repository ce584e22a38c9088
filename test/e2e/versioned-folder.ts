import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extensionFolder } from '../../tools/browsers/extension-folder.ts'

/** A copy of the built extension, in a temporary folder, that can become a newer version. */
export interface VersionedFolder {
  readonly folder: string
  /** Makes the next version of it, in the same place. */
  raiseVersion(): void
}

export function versionedFolder(browser: 'chrome' | 'firefox'): VersionedFolder {
  const folder = mkdtempSync(join(tmpdir(), `keiho-${browser}-`))
  cpSync(extensionFolder(browser), folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  let release = 0
  return {
    folder,
    raiseVersion() {
      const manifest = JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }
      const [major, minor, patch] = manifest.version.split('.')
      writeFileSync(file, JSON.stringify({ ...manifest, version: `${major}.${minor}.${patch}.${++release}` }))
    },
  }
}
