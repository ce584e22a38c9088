import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * The built extension of a browser, as an absolute path.
 *
 * @throws Error with one clear line where it has not been built
 */
export function extensionFolder(browser: 'chrome' | 'firefox'): string {
  const folder = fileURLToPath(new URL(`../../dist/${browser}`, import.meta.url))
  if (!existsSync(`${folder}/manifest.json`)) throw new Error(`dist/${browser} is not built: npm run build`)
  return folder
}
