/** A row of a markdown table, by column. */
export type TableRow = Readonly<Record<string, string>>

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

/**
 * The first markdown table below a heading.
 *
 * @param heading with its number signs, such as `## Tiers`
 * @throws Error where there is none
 */
export function tableBelow(text: string, heading: string): readonly TableRow[] {
  const [, part = ''] = `\n${text}`.split(`\n${heading}\n`)
  const lines = part.split('\n')
  const first = lines.findIndex((line) => line.startsWith('|'))
  if (first < 0) throw new Error(`There is no table below "${heading}"`)
  const end = lines.findIndex((line, i) => i > first && !line.startsWith('|'))
  const [head = '', , ...rows] = lines.slice(first, end < 0 ? undefined : end)
  const names = cellsOf(head)
  return rows.map((row) => Object.fromEntries(cellsOf(row).map((cell, i) => [names[i] ?? '', cell])))
}

/**
 * A markdown table, its columns padded as Prettier does.
 *
 * @param rows cells, the first row being the head
 */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  const [first = '', ...others] = rows.map(line)
  return [first, rule, ...others].join('\n')
}
