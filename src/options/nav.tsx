import { useEffect, useState } from 'preact/hooks'
import { Mark } from '../ui/icons/mark.tsx'
import { sections, type SectionName } from './sections/section.tsx'
import type { OptionsWords } from './words.ts'

/** Share of the window's height from the top in which a section counts as the one being read. */
const READING = '-12% 0px -70% 0px'

/** The ways to the parts of the page; the one being read is marked. */
export function Nav({ words: { say } }: { words: OptionsWords }) {
  const [inside, setInside] = useState<SectionName>('venues')
  const [atEnd, setAtEnd] = useState(false)
  // At the page's end its last parts cannot come up to where one reads.
  const read = atEnd ? sections.at(-1) : inside
  useEffect(() => {
    const watch = new IntersectionObserver(
      (entries) => {
        const id = entries.filter((entry) => entry.isIntersecting).at(-1)?.target.id
        const name = sections.find((each) => each === id)
        if (name) setInside(name)
      },
      { rootMargin: READING },
    )
    for (const name of sections) {
      const section = document.getElementById(name)
      if (section) watch.observe(section)
    }
    const { documentElement: page } = document
    const look = () => setAtEnd(scrollY > 0 && innerHeight + scrollY >= page.scrollHeight - 2)
    addEventListener('scroll', look, { passive: true })
    return () => {
      watch.disconnect()
      removeEventListener('scroll', look)
    }
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
