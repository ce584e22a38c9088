import type { StatementSource } from '../../shared/official.ts'

/** A venue's host; a link where the address is certainly the venue's. */
export function HostLink({ source: { host, link } }: { source: StatementSource }) {
  if (link === null) return <span class="way">{host}</span>
  return (
    <a class="way" href={link} target="_blank" rel="noopener noreferrer">
      {host}
    </a>
  )
}
