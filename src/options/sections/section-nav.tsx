import { useEffect, useState } from 'preact/hooks'
import { PageNav } from '../../ui/page/page-head.tsx'
import { Mark } from '../../ui/icons/mark.tsx'
import { sections, type SectionName } from './section.tsx'
import type { OptionsWords } from '../words.ts'

/** The part of the window (12 % to 30 % of its height) in which a section counts as the one being read. */
const readingArea = '-12% 0px -70% 0px'

/** Links to the sections of the page; the one being read is marked. */
export function SectionNav({ words }: { words: OptionsWords }) {
  const { say } = words
  const [scrolledTo, setScrolledTo] = useState<SectionName>('venues')
  const [isAtEnd, setIsAtEnd] = useState(false)
  // The last sections are too short to be scrolled up to the reading area.
  const current = isAtEnd ? sections.at(-1) : scrolledTo
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const id = entries.filter((entry) => entry.isIntersecting).at(-1)?.target.id
        const name = sections.find((each) => each === id)
        if (name) setScrolledTo(name)
      },
      { rootMargin: readingArea },
    )
    for (const name of sections) {
      const section = document.getElementById(name)
      if (section) observer.observe(section)
    }
    const { documentElement: page } = document
    const onScroll = () => setIsAtEnd(scrollY > 0 && innerHeight + scrollY >= page.scrollHeight - 2)
    addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      removeEventListener('scroll', onScroll)
    }
  }, [])
  return (
    <header class="side">
      <h1>
        <Mark state="app" />
        {say('title')}
      </h1>
      <nav class="sections" aria-label={say('nav')}>
        <ul>
          {sections.map((name) => (
            <li key={name}>
              <a href={`#${name}`} aria-current={name === current ? 'location' : undefined}>
                {say(`section.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PageNav page="options" words={words} />
    </header>
  )
}
