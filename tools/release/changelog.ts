/** One version of CHANGELOG.md. */
export interface ChangelogVersion {
  /** `Unreleased`, or as in package.json. */
  readonly version: string
  /** Day of its release, YYYY-MM-DD; null for what is not released. */
  readonly date: string | null
  /** Its entries by section, such as Added, each a line without its dash. */
  readonly sections: ReadonlyMap<string, readonly string[]>
}

/** Sections of Keep a Changelog 1.1.0, https://keepachangelog.com/en/1.1.0/. */
const sectionNames = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']

/** As in semver 2.0.0, without what stores do not take: pre-releases and build numbers. */
const heading = /^## \[(Unreleased|\d+\.\d+\.\d+)\](?: - (\d{4}-\d\d-\d\d))?$/

/**
 * Reads a changelog in the form of Keep a Changelog, newest version first.
 *
 * @param text the file
 * @throws Error that names the first line which has another form
 */
export function readChangelog(text: string): readonly ChangelogVersion[] {
  const versions: (ChangelogVersion & { sections: Map<string, string[]> })[] = []
  let entries: string[] | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const fail = (why: string): never => {
      throw new Error(`CHANGELOG.md, line ${index + 1}: ${why}`)
    }
    if (line.startsWith('## ')) {
      const [, version, date = null] = heading.exec(line) ?? fail('not "## [VERSION] - YYYY-MM-DD"')
      if ((version === 'Unreleased') !== (date === null)) fail('a version has the day of its release')
      versions.push({ version: version!, date, sections: new Map() })
      entries = null
    } else if (line.startsWith('### ')) {
      const name = line.slice(4)
      if (!sectionNames.includes(name)) fail(`"${name}" is none of ${sectionNames.join(', ')}`)
      const { sections } = versions.at(-1) ?? fail('a section before any version')
      if (sections.has(name)) fail(`${name} twice`)
      sections.set(name, (entries = []))
    } else if (line.startsWith('- ')) {
      if (entries === null) fail('an entry outside a section')
      entries!.push(line.slice(2))
    }
  }
  return versions
}

/**
 * The notes of a version as markdown, for the forms of the stores; null where the changelog has no such version.
 *
 * @throws Error as readChangelog
 */
export function notesOf(text: string, version: string): string | null {
  const found = readChangelog(text).find((each) => each.version === version)
  if (!found) return null
  const parts = [...found.sections].map(([name, entries]) =>
    [`### ${name}`, '', ...entries.map((entry) => `- ${entry}`)].join('\n'),
  )
  return `${parts.join('\n\n')}\n`
}
