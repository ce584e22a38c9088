import type { ComponentChildren } from 'preact'

interface Props {
  readonly name: string
  readonly title: string
  readonly aside?: string | undefined
  readonly children: ComponentChildren
}

/** One part of the page under its title. */
export function Panel({ name, title, aside, children }: Props) {
  return (
    <section class={`panel ${name}`} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{title}</h2>
        {aside && <span class="aside">{aside}</span>}
      </header>
      {children}
    </section>
  )
}
