import { ownLink } from '../../exchanges/official/own-link.ts'
import type { Statement } from '../../market/official.ts'

interface Props {
  readonly statement: Statement
  readonly venue: string
  readonly venueName: string
}

/** The venue as the source of a statement; a link to the original where the venue gives its address. */
export function StatementLink({ statement, venue, venueName }: Props) {
  // The address is data from the network: only the venue's own hosts are linked.
  const href = ownLink(venue, statement.url)
  if (href === null) return <span class="source">{venueName}</span>
  return (
    <a class="source" href={href} target="_blank" rel="noreferrer">
      {venueName}
    </a>
  )
}
