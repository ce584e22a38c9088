import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { zipSync } from 'fflate'

/** Preferences by which Firefox ESR runs an unsigned extension that lies in the profile, without a question. */
export const profilePreferences = {
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
} as const

/** Equal for all entries: the same files make the same package. */
const entryDate = '2020-01-01T00:00:00'

/**
 * Installs a built extension in a profile for good, as a trader's is: a temporary add-on ends with the browser. A
 * package that differs replaces the one before, as an update.
 */
export function installInProfile(profile: string, folder: string): void {
  mkdirSync(join(profile, 'extensions'), { recursive: true })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
  const entries = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name)
    return [relative(folder, path), readFileSync(path)] as const
  })
  const bytes = zipSync(Object.fromEntries(entries), { mtime: entryDate })
  const file = join(profile, 'extensions', 'keiho@keiho.app.xpi')
  // Firefox would take a file that was merely written again for an update, and start the extension.
  if (!existsSync(file) || !readFileSync(file).equals(bytes)) writeFileSync(file, bytes)
}
