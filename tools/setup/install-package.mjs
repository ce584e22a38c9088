import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import process from 'node:process'

/** @param {string} command @param {string[]} args */
function succeeds(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0
}

/** @param {string} command @param {string[]} args */
function succeedsSilently(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** The command prefix that runs `apt-get` as root, or null where that is impossible or apt is missing. */
function rootPrefix() {
  if (process.platform !== 'linux' || !succeedsSilently('apt-get', ['--version'])) return null
  if (process.getuid?.() === 0) return []
  return succeedsSilently('sudo', ['-n', 'true']) ? ['sudo', '-n', '-E'] : null
}

/**
 * Installs one Debian package, which takes about 15 s for a browser. False where that is not possible; the
 * output of apt goes to standard error.
 *
 * @param {string} name
 */
export function installPackage(name) {
  const root = rootPrefix()
  if (!root) return false
  const [command = 'apt-get', ...before] = [...root, 'apt-get']
  return (
    succeeds(command, [...before, '-qq', 'update']) &&
    succeeds(command, [
      ...before,
      '-qq',
      '-o=Dpkg::Use-Pty=0',
      'install',
      '-y',
      '--no-install-recommends',
      name,
    ])
  )
}

/** Installs Japanese glyphs for screenshots where they are missing. Never fails: tests read text, not glyphs. */
export function installFonts() {
  const list = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' })
  if (list.status === 0 && list.stdout.trim() === '' && rootPrefix()) {
    console.error('No Japanese font found: installing one …')
    installPackage('fonts-noto-cjk')
  }
}

/**
 * Installs Japanese for Debian's Chromium, which has only English in its own package. Other builds include all
 * languages.
 */
export function installJapanese() {
  const folder = '/usr/lib/chromium/locales'
  if (!existsSync(folder) || existsSync(`${folder}/ja.pak`) || !rootPrefix()) return
  console.error('Chromium speaks no Japanese: installing its languages …')
  installPackage('chromium-l10n')
}
