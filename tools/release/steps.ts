import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { lintFirefox } from '../package/lint-firefox.ts'
import { packageNames, packagePath, version } from '../package/package-names.ts'
import { packagesOf } from '../package/packages-of.ts'
import { cleanRevision, lastResult } from '../suite/last-result.ts'
import { notesOf } from './changelog.ts'
import { checkVersion } from './check-version.ts'

/** What a step found: a line for the terminal, and what stands against a release. */
export interface Finding {
  readonly says: string
  readonly obstacles: readonly string[]
}

const finding = (says: string, obstacles: readonly string[] = []): Finding => ({ says, obstacles })
const today = () => new Date().toISOString().slice(0, 10)

/** Whether what is packaged is a commit, so that its sources can be found again. */
export function checkTree(): Finding {
  const revision = cleanRevision()
  return revision
    ? finding(`commit ${revision.slice(0, 12)}`)
    : finding('not a commit', ['files differ from the last commit: commit them first'])
}

/** Version and changelog agree; the notes of the version are written to the folder. */
export function checkNotes(folder: string): Finding {
  const changelog = readFileSync('CHANGELOG.md', 'utf8')
  const { notes, obstacles } = checkVersion(version, changelog, today())
  writeFileSync(`${folder}/NOTES.md`, notesOf(changelog, notes) ?? '')
  return finding(`${version}, notes of [${notes}]`, obstacles)
}

/** The tests of this very commit: their last result, or a run now. */
export function checkTests(isSkipped: boolean): Finding {
  if (isSkipped) return finding('skipped')
  const revision = cleanRevision()
  let result = lastResult(revision)
  const isKnown = result !== null
  if (!isKnown) {
    const { status } = spawnSync('npm', ['test'], { stdio: 'inherit' })
    result = lastResult(revision)
    if (status !== 0) return finding('failed', ['npm test failed'])
    if (!result) return finding('passed', ['the tests passed on files that are no commit'])
  }
  const { passed, failed, skipped } = result!
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped${isKnown ? ', of this commit' : ''}`
  return finding(counts, failed > 0 ? ['npm test failed'] : [])
}

/** Builds all packages twice, writes them and their checksums. */
export async function makePackages(folder: string): Promise<Finding> {
  const first = await packagesOf(packageNames)
  const second = await packagesOf(packageNames)
  const differ = first.filter(({ zip }, i) => Buffer.compare(zip, second[i]!.zip) !== 0)
  const sums = first.map(({ name, zip }) => {
    const file = basename(packagePath(name))
    writeFileSync(`${folder}/${file}`, zip)
    return `${createHash('sha256').update(zip).digest('hex')}  ${file}`
  })
  writeFileSync(`${folder}/SHA256SUMS`, `${sums.join('\n')}\n`)
  return finding(
    `${first.map(({ name }) => name).join(', ')}: built twice, the same bytes`,
    differ.map(({ name }) => `the ${name} package is not the same when it is built again`),
  )
}

/** The package as Firefox's store sees it. */
export async function checkLint(folder: string): Promise<Finding> {
  const zip = `${folder}/${basename(packagePath('firefox'))}`
  const { errors, warnings, notices, findings } = await lintFirefox(zip)
  return finding(`${errors} errors, ${warnings} warnings, ${notices} notices`, findings)
}

/** Texts and pictures for the forms of the stores. */
export function makeStore(folder: string, arePicturesSkipped: boolean): Finding {
  const texts = arePicturesSkipped ? ['--texts'] : []
  const args = ['run', '--silent', 'store', '--', '--out', `${folder}/store`, ...texts]
  const { status } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return finding(
    arePicturesSkipped ? 'texts, no pictures' : 'texts and pictures',
    status === 0 ? [] : ['npm run store failed'],
  )
}
