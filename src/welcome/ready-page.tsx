import { useLayoutEffect, useRef } from 'preact/hooks'
import { Mark } from '../ui/icons/mark.tsx'
import { PinStep } from './pin-step.tsx'
import type { WelcomeWords } from './words.ts'

interface Props {
  /** Number of venues switched on. */
  readonly venues: number
  readonly words: WelcomeWords
}

/** The result of the first run. */
export function ReadyPage({ venues, words }: Props) {
  const { say } = words
  const title = useRef<HTMLHeadingElement>(null)
  // The focused button no longer exists: the focus moves to the heading.
  useLayoutEffect(() => title.current?.focus(), [])
  return (
    <main class="welcome">
      <header>
        <Mark state="app" />
        <div>
          <h1 ref={title} tabIndex={-1}>
            {say('ready', { n: venues })}
          </h1>
          <p>{say('ready.next')}</p>
          <p>
            <a href="../options/index.html">{say('ready.options')}</a>
          </p>
        </div>
      </header>
      <PinStep words={words} />
    </main>
  )
}
