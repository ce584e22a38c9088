import type { StatementSource } from '../../shared/official.ts'

/** A venue's host, as a link where the address is surely its own. */
export function SourceAnchor({ way: { host, link } }: { way: StatementSource }) {
  if (link === null) return <span class="way">{host}</span>
  return (
    <a class="way" href={link} target="_blank" rel="noopener noreferrer">
      {host}
    </a>
  )
}
