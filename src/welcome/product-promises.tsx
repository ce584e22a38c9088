import type { WelcomeWords } from './words.ts'

const promises = ['does', 'not', 'data'] as const

/** What Keiho does and does not do, in three lines. */
export function ProductPromises({ words: { say } }: { words: WelcomeWords }) {
  return (
    <section aria-labelledby="promise">
      <h2 id="promise">{say('promise')}</h2>
      <ul>
        {promises.map((each) => (
          <li key={each}>{say(`promise.${each}`)}</li>
        ))}
      </ul>
    </section>
  )
}
