import { render } from 'preact'
import { sendQuery } from '../shared/messages/send-query.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { createPageFrame } from '../ui/page/page-frame.ts'
import { firstChoices } from './choices.ts'
import { saveChoices, savePermitted } from './save-choices.ts'
import { ReadyPage } from './ready-page.tsx'
import { Welcome, type Progress } from './welcome.tsx'
import { welcomeWords, type WelcomeWords } from './words.ts'

/** Renders the page into `root`. Resolves when it is rendered. */
export async function run(root: Element): Promise<void> {
  const present = await settings.get()
  const words = await new Promise<WelcomeWords>((done) => createPageFrame(welcomeWords, done).apply(present))
  const first = firstChoices(present, words.lang)
  document.title = words.say('title.tab')

  const draw = (progress: Progress) =>
    render(
      <Welcome
        {...{ first, progress, words }}
        now={Date.now()}
        sendTest={() => sendQuery('test-notification', { sound: false })}
        onDone={(choices) => void finish(() => saveChoices(choices, present.venues))}
        onSkip={(choices) => void finish(() => savePermitted(choices, present.venues))}
      />,
      root,
    )

  /** Calls `save` first: within a click the browser allows permission requests only before anything is awaited. */
  async function finish(save: () => Promise<boolean>): Promise<void> {
    const saved = save()
    draw({ kind: 'saving' })
    try {
      if (!(await saved)) return draw({ kind: 'declined' })
      const { venues } = await settings.get()
      render(<ReadyPage venues={venues.length} words={words} />, root)
    } catch (error) {
      draw({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  draw({ kind: 'choosing' })
}
