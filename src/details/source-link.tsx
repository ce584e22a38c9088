import type { Statement } from '../market/official.ts'
import { statementLink } from './statement-text.ts'

interface Props {
  readonly statement: Statement
  readonly venue: string
  /** The venue's name. */
  readonly name: string
}

/** The venue as the source of a statement, with a way to its own words where it gave one. */
export function SourceLink({ statement, venue, name }: Props) {
  const href = statementLink(venue, statement)
  if (href === null) return <span class="source">{name}</span>
  return (
    <a class="source" href={href} target="_blank" rel="noreferrer">
      {name}
    </a>
  )
}
