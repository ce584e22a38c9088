import { ownLink } from '../../exchanges/official/own-link.ts'
import type { Statement } from '../../market/official.ts'

interface Props {
  readonly statement: Statement
  readonly venue: string
  /** The venue's name. */
  readonly name: string
}

/** The venue as the source of a statement, with a way to its own words where it gave one. */
export function SourceLink({ statement, venue, name }: Props) {
  // Addresses come off the wire: only the venue's own are followed.
  const href = ownLink(venue, statement.url)
  if (href === null) return <span class="source">{name}</span>
  return (
    <a class="source" href={href} target="_blank" rel="noreferrer">
      {name}
    </a>
  )
}
