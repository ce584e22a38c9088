import type { PanelProps } from './panel-props.ts'

/** Whether keys may be abused, by the kind of the episode or a statement of the venue. */
export function concernsKeys({ view: { episode }, statements }: PanelProps): boolean {
  return (
    [episode?.kind, ...(episode?.also ?? [])].includes('key-abuse') ||
    statements.some(({ statement }) => statement.what === 'api-keys')
  )
}
