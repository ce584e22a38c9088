/** The heading in RELEASING.md below which stands what no command can do. */
const heading = '## What only a person can do'

/**
 * The part of RELEASING.md that the command ends with: one text for both.
 *
 * @throws Error where RELEASING.md lacks it
 */
export function personSteps(releasing: string, version: string): string {
  const [, part] = releasing.split(`${heading}\n`)
  if (part === undefined) throw new Error(`RELEASING.md has no "${heading}"`)
  const [own = ''] = part.split(/\n## /)
  return `${own.trim().replaceAll('VERSION', version)}\n`
}
