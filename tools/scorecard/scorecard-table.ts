/** A table with its explanation and the command that reproduces it. */
export interface ScorecardTable {
  readonly title: string
  readonly text: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** The table in Markdown, with columns padded for reading as plain text. */
export function markdown({ title, text, head, rows }: ScorecardTable): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [`### ${title}`, '', text, '', line(head), rule, ...rows.map(line)].join('\n')
}
