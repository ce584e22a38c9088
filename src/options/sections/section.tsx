import type { ComponentChildren } from 'preact'
import type { OptionsWords } from '../words.ts'

/** The parts of the page in the order shown; their names are also its addresses. */
export const sections = ['venues', 'sensitivity', 'shown', 'notifications', 'page', 'look', 'data'] as const
export type SectionName = (typeof sections)[number]

interface Props {
  readonly name: SectionName
  readonly words: OptionsWords
  /** One sentence beside the title. */
  readonly about?: string
  readonly children: ComponentChildren
}

/** One part of the page under its title. */
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
