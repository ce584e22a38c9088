import { render } from 'preact'
import { language } from '../shared/language.ts'
import { settings } from '../shared/settings/settings-item.ts'
import { applyAppearance } from '../ui/apply-appearance.ts'
import { appearanceOf } from '../ui/appearance.ts'
import { firstChoices } from './choices.ts'
import { finish, finishWithout } from './finish.ts'
import { Ready } from './ready.tsx'
import { Welcome, type Progress } from './welcome.tsx'
import { welcomeWords } from './words.ts'

/** Shows the page in `root`. Resolves when it is there. */
export async function run(root: Element): Promise<void> {
  const present = await settings.get()
  const look = appearanceOf(present, language())
  const words = welcomeWords(look.lang)
  const first = firstChoices(present, look.lang)
  applyAppearance(look, document.documentElement)
  document.title = words.say('title.tab')

  const choose = (progress: Progress) =>
    render(
      <Welcome
        {...{ first, progress, words }}
        onDone={(choices) => void carryOut(() => finish(choices, present.venues))}
        onSkip={(choices) => void carryOut(() => finishWithout(choices, present.venues))}
      />,
      root,
    )

  /** Calls `end` before all else: a click's leave to ask the browser does not outlive a wait. */
  async function carryOut(end: () => Promise<boolean>): Promise<void> {
    const ended = end()
    choose({ kind: 'saving' })
    try {
      if (!(await ended)) return choose({ kind: 'declined' })
      const { venues } = await settings.get()
      render(<Ready venues={venues.length} words={words} />, root)
    } catch (error) {
      choose({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  choose({ kind: 'choosing' })
}
