import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { linkModules } from './link-modules.ts'

/** The revision of the last published version; of those that have a tag, it is `vVERSION`. */
export const versionBefore = { version: '0.1.0', revision: 'b763e7811e092ee9ac1bcad6f404e1ddea5b7ea3' }

const git = (...args: readonly string[]) => spawnSync('git', args, { encoding: 'utf8' })

/** Why the version before cannot be built here, for the name of a skipped test; null where it can. */
export function missingHistory(): string | null {
  if (git('cat-file', '-e', `${versionBefore.revision}^{commit}`).status === 0) return null
  const isShallow = git('rev-parse', '--is-shallow-repository').stdout?.trim() === 'true'
  return `needs the history back to ${versionBefore.version}: ${isShallow ? 'git fetch --unshallow' : 'a git clone'}`
}

/**
 * Builds the version before from the history, with the packages installed now: its own are the same but for how exactly
 * their versions are named.
 *
 * @returns folder of the built extension, in `out/`
 * @throws Error where the history lacks it (`missingHistory`) or it does not build
 */
export function buildVersionBefore(browser: 'chrome' | 'firefox'): string {
  const folder = `out/version-before/${browser}`
  const built = `${folder}/dist/${browser}`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const archive = execFileSync('git', ['archive', '--format=tar', versionBefore.revision], {
    maxBuffer: 256 << 20,
  })
  execFileSync('tar', ['-x', '-C', folder], { input: archive })
  linkModules(folder)
  execFileSync('node_modules/.bin/vite', ['build', '--mode', browser, '--logLevel', 'error'], {
    cwd: folder,
    stdio: 'pipe',
  })
  if (!existsSync(`${built}/manifest.json`))
    throw new Error(`${versionBefore.version} left nothing in ${built}`)
  return built
}
