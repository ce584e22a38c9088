import type { ComponentChildren } from 'preact'

interface Props {
  readonly name: string
  readonly title: string
  readonly subtitle?: string | undefined
  readonly children: ComponentChildren
}

/** A panel of the page with its title. */
export function Panel({ name, title, subtitle, children }: Props) {
  return (
    <section class={`panel ${name}`} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        {subtitle && <span class="aside">{subtitle}</span>}
      </header>
      {children}
    </section>
  )
}
