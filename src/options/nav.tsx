import { useEffect, useState } from 'preact/hooks'
import { Mark } from '../ui/mark.tsx'
import { sections, type SectionName } from './section.tsx'
import type { OptionsWords } from './words.ts'

/** Share of the window's height from the top in which a section counts as the one being read. */
const READING = '-12% 0px -70% 0px'

/** The ways to the parts of the page; the one being read is marked. */
export function Nav({ words: { say } }: { words: OptionsWords }) {
  const [read, setRead] = useState<SectionName>('venues')
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        const inside = entries.filter((entry) => entry.isIntersecting).at(-1)?.target.id
        const name = sections.find((each) => each === inside)
        if (name) setRead(name)
      },
      { rootMargin: READING },
    )
    for (const name of sections) {
      const section = document.getElementById(name)
      if (section) watch.observe(section)
    }
    return () => watch.disconnect()
  }, [])
  return (
    <nav aria-label={say('nav')}>
      <h1>
        <Mark state="app" />
        {say('title')}
      </h1>
      <ul>
        {sections.map((name) => (
          <li key={name}>
            <a href={`#${name}`} aria-current={name === read ? 'location' : undefined}>
              {say(`section.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
