import { readChangelog } from './changelog.ts'

/** Whether version and changelog are ready, and what is left to do to them. */
export interface VersionState {
  /** Version whose entries are the notes: `Unreleased` until they are moved. */
  readonly notes: string
  /** What stands against a release; empty where nothing does. */
  readonly obstacles: readonly string[]
}

/** As numbers, so that 0.10.0 is later than 0.9.0. */
const rank = (version: string) => version.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0)

/**
 * Holds the version of package.json against the changelog.
 *
 * @param changelog text of CHANGELOG.md
 * @param day today, YYYY-MM-DD
 * @throws Error where the changelog has another form
 */
export function checkVersion(version: string, changelog: string, day: string): VersionState {
  const [unreleased, ...released] = readChangelog(changelog)
  const own = released.find((each) => each.version === version)
  const isUnreleasedEmpty = !unreleased || unreleased.sections.size === 0
  const obstacles: string[] = []
  const before = released.find((each) => each !== own)
  if (before && rank(version) <= rank(before.version))
    obstacles.push(`package.json says ${version}, and ${before.version} is published: raise it`)
  if (!own)
    obstacles.push(`move the entries of [Unreleased] in CHANGELOG.md below "## [${version}] - ${day}"`)
  else if (!isUnreleasedEmpty) obstacles.push(`[Unreleased] in CHANGELOG.md has entries beside ${version}`)
  else if (own.date! > day)
    obstacles.push(`CHANGELOG.md dates ${version} to ${own.date}: that day is to come`)
  return { notes: own ? version : 'Unreleased', obstacles }
}
