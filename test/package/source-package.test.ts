import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder, sourceFiles } from '../../tools/package/files.ts'
import { linkModules } from '../../tools/package/link-modules.ts'
import { packagePath } from '../../tools/package/package-names.ts'
import { zipOf } from '../../tools/package/zip-of.ts'
import { extensionFolder } from '../../tools/browsers/extension-folder.ts'

const commands = /```\n(.*?)```/s.exec(readFileSync('BUILDING.md', 'utf8'))?.[1]?.trim().split('\n') ?? []

test(
  'the sources alone, in another folder, give the bytes of the Firefox package',
  { timeout: 180_000 },
  () => {
    const folder = 'out/source-package'
    rmSync(folder, { recursive: true, force: true })
    for (const [name, path] of sourceFiles()) {
      mkdirSync(join(folder, dirname(name)), { recursive: true })
      // The times too: `ready.mjs` tells by them whether the packages have to be installed anew.
      cpSync(path, join(folder, name), { preserveTimestamps: true })
    }
    const [install, build = ''] = commands
    // What it installs is what is installed here: package-lock.json has a checksum of each (third-party.test.ts).
    expect(install).toBe('npm ci --ignore-scripts')
    linkModules(folder)
    const [command = '', ...args] = build.split(' ')
    // Without a name of ours in the environment, as on another machine.
    const { PATH = '', HOME = '' } = process.env
    execFileSync(command, args, { cwd: folder, stdio: 'pipe', env: { PATH, HOME, TZ: 'Asia/Tokyo' } })
    const rebuilt = readFileSync(join(folder, packagePath('firefox')))
    const files = [...filesUnder(extensionFolder('firefox'))]
    const here = zipOf(files.map(([name, path]) => [name, readFileSync(path)]))
    expect(rebuilt.equals(here)).toBe(true)
    rmSync(folder, { recursive: true, force: true })
  },
)
