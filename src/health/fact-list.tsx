import type { ComponentChildren } from 'preact'

/** A name and what is to be said of it. */
export type Fact = readonly [name: string, value: ComponentChildren]

/** Facts in rows: the name on the left, the value on the right. */
export function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
