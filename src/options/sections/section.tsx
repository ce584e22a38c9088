import type { ComponentChildren } from 'preact'
import type { OptionsWords } from '../words.ts'

/** The sections of the page, in order. Each name is also the element's id, thus an address within the page. */
export const sections = [
  'venues',
  'sensitivity',
  'shown',
  'notifications',
  'page',
  'charts',
  'look',
  'data',
  'about',
] as const
export type SectionName = (typeof sections)[number]

interface Props {
  readonly name: SectionName
  readonly words: OptionsWords
  /** One sentence next to the title. */
  readonly about?: string
  readonly children: ComponentChildren
}

/** A section of the page with its title. */
export function Section({ name, words, about, children }: Props) {
  return (
    <section class="panel" id={name} aria-labelledby={`${name}-title`}>
      <header>
        <h2 id={`${name}-title`}>{words.say(`section.${name}`)}</h2>
        {about && <p>{about}</p>}
      </header>
      {children}
    </section>
  )
}
